package dev.sluice.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8,127.255.0.1,true",
        "127.0.0.0/8,128.0.0.1,false",
        "192.0.2.128/25,192.0.2.129,true",
        "192.0.2.128/25,192.0.2.127,false",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7,192.0.2.8,false",
        "0.0.0.0/0,198.51.100.1,true",
        "0.0.0.0/0,::1,false",
        "::1,0:0:0:0:0:0:0:1%lo,true",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false",
        "127.0.0.0/8,::ffff:127.0.0.1,true"
    })
    void a_range_holds_the_addresses_that_begin_like_it(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range)
                        .orElseThrow()
                        .contains(AddressRange.address(address).orElseThrow()))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "abc",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "300.0.0.1",
                "1.2.3.4/33",
                "1.2.3.4/",
                "1.2.3.4/8/8",
                "::/129",
                "1.2.3.4/-1",
                ":::"
            })
    void what_is_no_range_is_none_and_no_name_is_looked_up(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
