# What comes by itself: calls, letters, forms of the site.

reported-call = 🟢 <b>{ $client }</b>: an incoming call, { $moment }.
reported-email = 🟢 <b>{ $client }</b>: a letter, { $moment }.
reported-chat = 🟢 <b>{ $client }</b>: a message, { $moment }.
reported-form = 🟢 <b>{ $client }</b>: a form of the site, { $moment }.
reported-visit = 🟢 <b>{ $client }</b>: a visit, { $moment }.
reported-missed = 📞 <b>{ $client }</b>: a missed call, { $moment }. Please call back.
reported-answered = 📞 <b>{ $client }</b>: talked by phone, { $moment }.
reported-outgoing = 📞 <b>{ $client }</b>: an outgoing call, { $moment }.
reported-new = A new client: work it off or hand it over.
reported-absent = { $why } — you decide: work it off or hand it over.
reported-nobody = no client is known yet
call-outcome = How did it end? An open task: { $what }.
call-inbound = How did it end? There is an open inbound.
call-next = There is no next task. When is the next contact?
return-by-itself-lost = 🌱 The lost client <b>{ $client }</b> is back. Decide whether to bring the client back: the new owner gets the inbound.
return-by-itself-pool = 🌱 The pool client <b>{ $client }</b> is back. Decide who gets the client: the new owner gets the inbound.
return-by-itself-active = 🌱 The client <b>{ $client }</b> is back. There is an owner, who has the inbound.
