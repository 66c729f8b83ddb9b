# What comes by itself: calls, letters, forms of the site.

reported-call = 🟢 <b>{ $client }</b>: an incoming call, { $moment }.
reported-email = 🟢 <b>{ $client }</b>: a letter, { $moment }.
reported-chat = 🟢 <b>{ $client }</b>: a message, { $moment }.
reported-form = 🟢 <b>{ $client }</b>: a form of the site, { $moment }.
reported-visit = 🟢 <b>{ $client }</b>: a visit, { $moment }.
reported-missed = 📞 <b>{ $client }</b>: a missed call, { $moment }. Please call back.
reported-answered = 📞 <b>{ $client }</b>: talked by phone, { $moment }.
reported-outgoing = 📞 <b>{ $client }</b>: an outgoing call, { $moment }.
reported-new = A new client: handle it or hand it over.
reported-untaken = Nobody has taken it so far.
reported-absent = { $why } — you decide: handle it or hand it over.
reported-nobody = no client is known yet
call-outcome = How did it end? An open task: { $what }.
call-inbound = How did it end? There is an open inbound.
call-next = There is no next task. When is the next contact?
return-by-itself-lost = 🌱 The lost client <b>{ $client }</b> is back. Decide whether to bring the client back: the new owner gets the inbound.
return-by-itself-pool = 🌱 The pool client <b>{ $client }</b> is back. Decide who gets the client: the new owner gets the inbound.
return-by-itself-active = 🌱 The client <b>{ $client }</b> is back. There is an owner already, who has the inbound.

command-intake = 🔌 Intake of calls and forms
intake-title = 🔌 <b>Calls, letters and forms come by themselves</b>
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
intake-signature-checked = 🔏 The signature is checked: events without a right one are refused.
intake-signature-unchecked-mango = The signature is not checked: the secret address alone lets in. To check it, set INTAKE_MANGO_KEY in the server's settings.
intake-signature-unchecked-zadarma = The signature is not checked: the secret address alone lets in. To check it, set INTAKE_ZADARMA_SECRET in the server's settings.
intake-try = 🧪 Try it
trial-ask =
    🧪 <b>{ $name }</b>: what will become of an event?

    Send a phone, an e-mail or the name of a client. Nothing will change, and nobody will get anything.
trial-title = 🧪 <b>{ $name }</b>: this would have happened. Nothing has changed.
trial-client = Client: { $client }.
trial-new = New client: { $client }.
trial-task = There will be an inbound task.
trial-asked = Somebody will be asked whose it is: several clients fit.
trial-offered = Nobody has the client: it is offered to managers, and the first who takes it has it.
trial-heads = Nobody has the client: the head decides.
trial-passed = It concerns nobody: there will be no task.
trial-readers =
    { $left ->
        [0] Told: { $names }.
       *[other] Told: { $names } and { $left } more.
    }
refusal-trial = Who is that? A phone, an e-mail or a name is needed.
refusal-trial-phone = A call needs a phone, for instance +7 916 123-45-67.
trial-again = 🧪 Once more
source-api = Your own code (POST /intake)
source-mail = Mail (IMAP)
source-form = A form of a site
source-tilda = Tilda
source-mango = Mango Office
source-zadarma = Zadarma, Novofon
source-uis = UIS, CoMagic
source-sipuni = Sipuni
source-megafon = MegaFon
connect-form = Send the fields of the form to this address by POST: name, phone, email, text. The others come as lines of the text.
connect-tilda = Site settings → Forms → Webhook: paste the address. Call the fields Name, Phone, Email.
connect-mango = Integrations → API: paste the address as that of the external system. Mango adds /events/summary by itself.
connect-zadarma = Settings → API and notifications: paste the address and switch on NOTIFY_END and NOTIFY_OUT_END.
connect-uis = Notifications → HTTP: POST, the address and the JSON template of docs/intake.md.
connect-sipuni = Integrations → Events of the exchange: paste the address.
connect-megafon = Integration with a CRM: paste the address as that of the CRM.

offer-first = Nobody has it yet. Whoever takes it first has the client.
offer-turn = Nobody has it yet, and it is your turn.
offer-back = A client of the pool who came back by himself.
offer-take = 🙋 Take it
offer-take-named = 🙋 Take: { $client }
offer-refuse = ✋ I can't
offer-taken = <b>{ $client }</b>: taken by { $name }.
offer-over = <b>{ $client }</b>: settled, nothing to be done.
offer-refused = <b>{ $client }</b>: all right, others are asked. You may still take it while nobody has.
offer-yours = 🙋 The client is yours now.
offer-taken-toast = { $client }: taken by { $name }.
offer-over-toast = { $client }: settled, nothing to be done.
offer-refused-toast = { $client }: all right, others are asked.
