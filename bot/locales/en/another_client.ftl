do-another-client = 🔄 Another client
taken-off = 🔄 Taken off the client: <b>{ $client }</b>.
event-misplaced = 🔄 inbound taken off: another client wrote it
taken-off-part = 🔄 Taken off the client: <b>{ $client }</b>. The rest of the inbound stays there.
which-message = 🔄 <b>{ $client }</b>: the inbound has several messages of yours. Which one is another client's?
which-no-words = no words
