package dev.sluice.modules.action;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where bots of Telegram are spoken to. */
@ConfigMapping(prefix = "sluice.telegram")
interface TelegramConfig {
    /** The server of the Bot API, {@code SLUICE_TELEGRAM_URL}; one of your own will do. */
    @WithDefault("https://api.telegram.org")
    String url();
}
