# What comes by itself: calls, letters, forms of the site.

reported-call = 🟢 <b>{ $client }</b>: an incoming call, { $moment }.
reported-email = 🟢 <b>{ $client }</b>: an e-mail, { $moment }.
reported-chat = 🟢 <b>{ $client }</b>: a message, { $moment }.
reported-form = 🟢 <b>{ $client }</b>: a website form, { $moment }.
reported-visit = 🟢 <b>{ $client }</b>: a visit, { $moment }.
reported-missed = 📞 <b>{ $client }</b>: a missed call, { $moment }. Please call back.
reported-answered = 📞 <b>{ $client }</b>: talked by phone, { $moment }.
reported-outgoing = 📞 <b>{ $client }</b>: an outgoing call, { $moment }.
reported-new = A new client: handle it or hand it over.
reported-untaken = Nobody has taken it so far.
reported-absent = { $why } — you decide: handle it or hand it over.
reported-nobody = client not known yet
call-outcome = How did it end? An open task: { $what }.
call-inbound = How did it end? There is an open inbound.
call-next = There is no next task. When is the next contact?
return-by-itself-lost = 🌱 The lost client <b>{ $client }</b> is back. Decide whether to bring the client back: the new owner gets the inbound.
return-by-itself-pool = 🌱 The pool client <b>{ $client }</b> is back. Decide who gets the client: the new owner gets the inbound.
return-by-itself-active = 🌱 The client <b>{ $client }</b> is back. There is an owner already, who has the inbound.

command-intake = 🔌 Intake of calls and forms
intake-title = 🔌 <b>Calls, e-mails and forms come in automatically</b>
intake-vendor = 🔌 <b>{ $name }</b>
intake-last = ✅ { $name }: the last event { $moment }
intake-silent = ⏳ { $name }: there is an address, no event yet
intake-waits = ⏳ { $name }: connected, no event yet
intake-off = ⚪️ { $name }: not connected
intake-make = 🔑 Get an address
intake-make-anew = 🔑 A new address
intake-made-before = An address was made { $moment }. It cannot be shown again. A new one replaces it: the old one stops working at once.
intake-made =
    🔑 <b>{ $name }</b>: the address is shown once. Paste it behind the name of your server, such as https://bot.example.com:

    <code>{ $path }</code>
intake-copy = 📋 Copy
intake-signature-checked = 🔏 The signature is checked: events without a valid one are rejected.
intake-signature-unchecked-mango = The signature is not checked: the secret address is the only protection. To check it, set INTAKE_MANGO_KEY in the server's settings.
intake-signature-unchecked-zadarma = The signature is not checked: the secret address is the only protection. To check it, set INTAKE_ZADARMA_SECRET in the server's settings.
intake-try = 🧪 Try it
trial-ask =
    🧪 <b>{ $name }</b>: what will become of an event?

    Send a phone, an e-mail or the name of a client. Nothing will change, and nobody will get anything.
trial-title = 🧪 <b>{ $name }</b>: this is what would have happened. Nothing has changed.
trial-client = Client: { $client }.
trial-new = New client: { $client }.
trial-task = There will be an inbound task.
trial-asked = Someone will be asked whose it is: several clients fit.
trial-offered = Nobody owns the client: managers are offered it, and the first to take it gets it.
trial-heads = Nobody owns the client: the head decides.
trial-passed = It is not for anyone here: there will be no task.
trial-readers =
    { $left ->
        [0] Told: { $names }.
       *[other] Told: { $names } and { $left } more.
    }
refusal-trial = Who is it? A phone, an e-mail or a name is needed.
refusal-trial-phone = A call needs a phone number, for instance +7 916 123-45-67.
trial-again = 🧪 Once more
source-api = Your own code (POST /intake)
source-mail = Mail (IMAP)
source-form = A website form
source-tilda = Tilda
source-mango = Mango Office
source-zadarma = Zadarma, Novofon
source-uis = UIS, CoMagic
source-sipuni = Sipuni
source-megafon = MegaFon
connect-form = Send the fields of the form to this address by POST: name, phone, email, text. The others are added as lines of the text.
connect-tilda = Site settings → Forms → Webhook: paste the address. Call the fields Name, Phone, Email.
connect-mango = Integrations → API: paste the address as that of the external system. Mango adds /events/summary by itself.
connect-zadarma = Settings → API and notifications: paste the address and switch on NOTIFY_END and NOTIFY_OUT_END.
connect-uis = Notifications → HTTP: POST, the address and the JSON template of docs/intake.md.
connect-sipuni = Integrations → Exchange events: paste the address.
connect-megafon = CRM integration: paste the address as that of the CRM.

offer-first = Nobody has this client yet. Whoever takes it first gets the client.
offer-turn = Nobody has this client yet, and it is your turn.
offer-back = A client from the pool who got in touch again.
offer-take = 🙋 Take it
offer-take-named = 🙋 Take: { $client }
offer-refuse = ✋ I can't
offer-taken = <b>{ $client }</b>: taken by { $name }.
offer-over = <b>{ $client }</b>: settled, nothing to do.
offer-refused = <b>{ $client }</b>: all right, others will be asked. You can still take it while nobody has.
offer-yours = 🙋 The client is yours now.
offer-taken-toast = { $client }: taken by { $name }.
offer-over-toast = { $client }: settled, nothing to do.
offer-refused-toast = { $client }: all right, others will be asked.
