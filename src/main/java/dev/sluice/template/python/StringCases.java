package dev.sluice.template.python;

import static dev.sluice.template.python.StringMethods.counted;
import static dev.sluice.template.python.StringMethods.plain;
import static dev.sluice.template.python.StringMethods.wrapping;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Methods of strings that change the case, and those that ask what characters there are. */
final class StringCases {
    static final Functions ALL = new Functions()
            .with("upper()", changed(Cases::upper))
            .with("lower()", changed(Cases::lower))
            .with("capitalize()", changed(Cases::capitalize))
            .with("title()", changed(Cases::title))
            .with("swapcase()", changed(Cases::swap))
            .with("casefold()", changed(Cases::fold))
            .with("islower()", asked(Cases::isLower))
            .with("isupper()", asked(Cases::isUpper))
            .with("istitle()", asked(Cases::isTitle))
            .with("isspace()", asked(it -> Characters.all(it, Characters::isSpace)))
            .with("isalpha()", asked(it -> Characters.all(it, Character::isLetter)))
            .with("isalnum()", asked(it -> Characters.all(it, Characters::isWord)))
            .with("isdigit()", asked(it -> Characters.all(it, Characters::isDigit)))
            .with("isdecimal()", asked(it -> Characters.all(it, Characters::isDecimal)))
            .with("isnumeric()", asked(it -> Characters.all(it, Characters::isNumeric)))
            .with("isidentifier()", asked(Characters::isIdentifier))
            .with("isascii()", asked(Text::isAscii))
            .with("isprintable()", asked(it -> it.codePoints().allMatch(Quote::isPrintable)));

    private StringCases() {}

    private static Function.Body changed(UnaryOperator<String> change) {
        return wrapping((rendering, text, given) -> {
            rendering.string(text.length());
            return counted(rendering, change.apply(text));
        });
    }

    private static Function.Body asked(Predicate<String> question) {
        return plain((rendering, text, given) -> {
            rendering.tick();
            return question.test(text);
        });
    }
}
