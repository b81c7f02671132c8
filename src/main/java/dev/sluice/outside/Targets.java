package dev.sluice.outside;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

/** Addresses as users write them. Messages never repeat a whole address, which may hold a secret in its path or query. */
final class Targets {
    private Targets() {}

    /** URI says whether the text is an address; URL knows hosts with an underscore, as Docker's networks have them. */
    static URL parse(String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getScheme() == null) {
                throw new OutsideException("The address is not complete; it must begin with http:// or https://.");
            }
            URL url = new URL(uri.toASCIIString());
            if (url.getHost().isEmpty() && url.getProtocol().startsWith("http")) {
                throw new OutsideException("The address names no host; write it like https://example.org/path.");
            }
            if (url.getPort() == 0 || url.getPort() > 65535) {
                throw new OutsideException("The port " + url.getPort() + " is not one; ports go from 1 to 65535.");
            }
            if (url.getUserInfo() != null) {
                throw new OutsideException("The address holds a user name and password; remove them and send the header"
                        + " Authorization instead.");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new OutsideException("The address is not valid at character " + (e.getIndex() + 1) + ": "
                    + e.getReason() + ". Write spaces as %20.");
        } catch (MalformedURLException e) {
            throw new OutsideException("Only http and https addresses can be called: " + e.getMessage() + ".");
        }
    }
}
