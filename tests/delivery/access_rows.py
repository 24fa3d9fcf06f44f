"""Rows of the access table for notifications: name → (address, status for visitors, status for members)."""

DELIVERY_ROWS = {
    "notifications": ("/account/meldingen/", 302, 200),
    "mark_all_read": ("/account/meldingen/gelezen/", 405, 405),
    "notification_settings": ("/account/meldingen/instellingen/", 302, 200),
    "choose_level": ("/account/meldingen/niveau/", 302, 404),
    "open_notification": ("/account/meldingen/999999/", 302, 404),
    "unsubscribe": ("/afmelden/onzin/", 410, 410),
}
