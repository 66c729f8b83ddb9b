do-another-client = 🔄 Another client
taken-off = 🔄 Taken off the client: <b>{ $client }</b>.
event-misplaced = 🔄 inbound taken off: another client wrote it
