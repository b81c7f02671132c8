package dev.sluice.template;

import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.ValueException;

/** The variable {@code self}, whose attributes are the blocks of the template. */
record Self(Run run, Variables variables) implements Attributed {
    @Override
    public Object attribute(String name) {
        Block block = run.blocks.get(name);
        return block == null ? MISSING : new Reference(this, block);
    }

    @Override
    public String typeName() {
        return "TemplateReference";
    }

    @Override
    public String repr(Rendering rendering) {
        return "<TemplateReference None>";
    }

    /** {@code self.name}, which can be called to get the text of the block. */
    private record Reference(Self self, Block block) implements Attributed, Callable {
        @Override
        public Object call(Rendering rendering, Arguments arguments) {
            if (arguments.size() > 0) {
                throw new ValueException("self." + block.name() + "() takes no arguments");
            }
            Run run = self.run;
            run.enter(block.levels());
            int mark = run.mark();
            block.run(run, self.variables);
            String text = run.taken(mark);
            run.leave(block.levels());
            return rendering.autoescape() ? new Markup(text) : text;
        }

        @Override
        public Object attribute(String name) {
            return MISSING;
        }

        @Override
        public String typeName() {
            return "BlockReference";
        }
    }
}
