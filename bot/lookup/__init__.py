"""What libraries know: calendars, names, phones."""
