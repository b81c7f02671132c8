package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Neighbour.Condition;
import dev.sluice.module.Neighbour.State;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FolderNeighbourTest {
    @TempDir
    Path folder;

    private static Condition at(Path folder) {
        return new FolderNeighbour(folder).look().await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void a_folder_that_can_be_written_to_tells_how_much_room_there_is() {
        Condition condition = at(folder);

        assertThat(condition.state()).isEqualTo(State.UP);
        assertThat(condition.detail()).startsWith(folder.toString()).contains(" MiB free");
    }

    @Test
    void a_folder_that_is_gone_says_where_to_look() {
        Condition condition = at(folder.resolve("gone"));

        assertThat(condition.state()).isEqualTo(State.DOWN);
        assertThat(condition.detail()).contains("gone").contains("SLUICE_DATA_DIR");
    }
}
