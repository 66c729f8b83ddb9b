"""Acts that take more than one transaction, or more than one tap."""
