do-another-client = 🔄 Another client
taken-off = 🔄 Taken off <b>{ $client }</b>.
event-misplaced = 🔄 inbound taken off: another client wrote it
