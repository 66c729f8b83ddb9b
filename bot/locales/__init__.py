"""The languages that every text exists in."""

LOCALES = ("ru", "en")
