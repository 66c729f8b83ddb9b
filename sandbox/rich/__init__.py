"""Rich messages: paragraphs and tables instead of one text."""
