do-another-client = 🔄 Another client
taken-off = 🔄 Taken off the client: <b>{ $client }</b>.
event-misplaced = 🔄 inbound taken off: it was from another client
taken-off-part = 🔄 Taken off the client: <b>{ $client }</b>. The rest of the inbound stays.
which-message = 🔄 <b>{ $client }</b>: this inbound has several of your messages. Which one is from another client?
which-no-words = no words
