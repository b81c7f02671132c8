package dev.sluice.http.status;

import java.util.regex.Pattern;

/** What may be secret in a setting, by its name or within an address. Rather too much is masked than too little. */
final class Masks {
    private static final String MASK = "***";
    /** Also where somebody got the name wrong: what is not used is shown too, for just that case. */
    private static final Pattern SECRET = Pattern.compile(
            "(key|pass|passwd|password|secret|token|credentials?|authorization|username)($|[.-])|enrichment[.]config[.]");

    /** To the last @ there is: who puts a password into an address may not have quoted what is in it. */
    private static final Pattern LOGIN = Pattern.compile("//\\S*@");

    private static final Pattern QUERY = Pattern.compile(
            "(?i)([?&;][^=&;\\s]*(?:user|key|pass|secret|token|auth|credential|signature)[^=&;\\s]*=)[^&;\\s]*");

    private Masks() {}

    /** The value as it may be shown. */
    static String shown(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (SECRET.matcher(name).find()) {
            return MASK;
        }
        String open = LOGIN.matcher(value).replaceAll("//" + MASK + "@");
        return QUERY.matcher(open).replaceAll("$1" + MASK);
    }
}
