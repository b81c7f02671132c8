package dev.sluice.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the pages in a real browser. Methods may ask for a {@link Visitor}, a fresh one each, and for the {@link Site}.
 * A test also fails for what nobody looked at: an error on the console, something the content security policy forbade, a
 * request to another host.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Browsing.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@interface BrowserTest {}
