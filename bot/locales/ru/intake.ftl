# То, что приходит само: звонки, письма, заявки с сайта.

reported-call = 🟢 <b>{ $client }</b>: входящий звонок, { $moment }.
reported-email = 🟢 <b>{ $client }</b>: письмо, { $moment }.
reported-chat = 🟢 <b>{ $client }</b>: сообщение, { $moment }.
reported-form = 🟢 <b>{ $client }</b>: заявка с сайта, { $moment }.
reported-visit = 🟢 <b>{ $client }</b>: визит, { $moment }.
reported-missed = 📞 <b>{ $client }</b>: пропущенный звонок, { $moment }. Перезвоните.
reported-answered = 📞 <b>{ $client }</b>: разговор по телефону, { $moment }.
reported-outgoing = 📞 <b>{ $client }</b>: исходящий звонок, { $moment }.
reported-new = Новый клиент: разберите сами или передайте ответственному.
reported-absent = { $why } — решаете вы: разобрать самим или передать другому.
reported-nobody = клиент пока не определён
call-outcome = Чем закончилось? Открыто дело: { $what }.
call-inbound = Чем закончилось? Открыто входящее.
call-next = Следующего дела нет. Когда следующий контакт?
return-by-itself-lost = 🌱 Потерянный клиент <b>{ $client }</b> снова обратился. Решите, вернуть ли его: входящее получит новый ответственный.
return-by-itself-pool = 🌱 Клиент <b>{ $client }</b> из отстойника снова обратился. Решите, кому он достанется: входящее получит новый ответственный.
return-by-itself-active = 🌱 Клиент <b>{ $client }</b> снова обратился. Ответственный есть, входящее у него.
