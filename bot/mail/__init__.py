"""Mail in: the mailbox that is looked into."""
