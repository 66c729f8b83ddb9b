"""The journal: what somebody may have to answer for later, written with the act itself."""
