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
reported-untaken = Взять пока некому.
reported-absent = { $why } — решаете вы: разобрать самим или передать другому.
reported-nobody = клиент пока не определён
call-outcome = Чем закончилось? Открыто дело: { $what }.
call-inbound = Чем закончилось? Открыто входящее.
call-next = Следующего дела нет. Когда следующий контакт?
return-by-itself-lost = 🌱 Потерянный клиент <b>{ $client }</b> снова обращается. Решите, вернуть ли клиента: входящее получит новый ответственный.
return-by-itself-pool = 🌱 Клиент <b>{ $client }</b> из отстойника снова обращается. Решите, кому достанется клиент: входящее получит новый ответственный.
return-by-itself-active = 🌱 Клиент <b>{ $client }</b> снова обращается. Ответственный уже есть, входящее передано.

command-intake = 🔌 Приём звонков и заявок
intake-title = 🔌 <b>Звонки, письма и заявки приходят сами</b>
intake-vendor = 🔌 <b>{ $name }</b>
intake-last = ✅ { $name }: последнее событие { $moment }
intake-silent = ⏳ { $name }: адрес есть, событий ещё не было
intake-waits = ⏳ { $name }: подключено, событий ещё не было
intake-off = ⚪️ { $name }: не подключено
intake-make = 🔑 Получить адрес
intake-make-anew = 🔑 Новый адрес
intake-made-before = Адрес уже выдан { $moment }. Показать его снова нельзя. Новый заменит его: прежний сразу перестанет работать.
intake-made =
    🔑 <b>{ $name }</b>: адрес показываем один раз. Допишите его к адресу вашего сервера, например https://bot.example.com:

    <code>{ $path }</code>
intake-copy = 📋 Скопировать
intake-signature-checked = 🔏 Подпись проверяется: события без верной подписи не принимаются.
intake-signature-unchecked-mango = Подпись не проверяется: впускает только секретный адрес. Чтобы проверять, задайте INTAKE_MANGO_KEY в настройках сервера.
intake-signature-unchecked-zadarma = Подпись не проверяется: впускает только секретный адрес. Чтобы проверять, задайте INTAKE_ZADARMA_SECRET в настройках сервера.
intake-try = 🧪 Попробовать
trial-ask =
    🧪 <b>{ $name }</b>: что будет с событием?

    Пришлите телефон, почту или имя клиента. Ничего не изменится и никто ничего не получит.
trial-title = 🧪 <b>{ $name }</b>: вот что произошло бы. Ничего не изменилось.
trial-client = Клиент: { $client }.
trial-new = Новый клиент: { $client }.
trial-task = Появится входящее дело.
trial-asked = Спросим, чей это клиент: подходят несколько.
trial-offered = У клиента нет ответственного: предложим менеджерам, кто первым возьмёт, тот и ведёт.
trial-heads = У клиента нет ответственного: решает руководитель.
trial-passed = Событие никого не касается: дела не будет.
trial-readers =
    { $left ->
        [0] Сообщение получат: { $names }.
       *[other] Сообщение получат: { $names } и ещё { $left }.
    }
refusal-trial = Не понял, кто это. Нужен телефон, почта или имя.
refusal-trial-phone = Для звонка нужен телефон, например +7 916 123-45-67.
trial-again = 🧪 Ещё раз
source-api = Свой код (POST /intake)
source-mail = Почта (IMAP)
source-form = Форма сайта
source-tilda = Tilda
source-mango = Mango Office
source-zadarma = Zadarma, Novofon
source-uis = UIS, CoMagic
source-sipuni = Sipuni
source-megafon = МегаФон
connect-form = Отправляйте поля формы на этот адрес методом POST: name, phone, email, text. Остальные поля придут строками текста.
connect-tilda = В Tilda: настройки сайта → Формы → Webhook: вставьте адрес. Поля называйте Name, Phone, Email.
connect-mango = В Mango Office: интеграции → API: вставьте адрес как адрес внешней системы. Окончание /events/summary Mango добавляет сам.
connect-zadarma = В Zadarma: настройки → API и уведомления: вставьте адрес и включите NOTIFY_END и NOTIFY_OUT_END.
connect-uis = В UIS: уведомления → HTTP: метод POST, адрес и шаблон JSON из docs/intake.md.
connect-sipuni = В Sipuni: интеграции → события на АТС: вставьте адрес.
connect-megafon = В МегаФоне: личный кабинет → интеграция: вставьте адрес как адрес вашей системы.

offer-first = Ответственного пока нет. Кто возьмёт первым, тот и ведёт клиента.
offer-turn = Ответственного пока нет, ваша очередь.
offer-back = Клиент из отстойника обращается сам.
offer-take = 🙋 Беру
offer-take-named = 🙋 Беру: { $client }
offer-refuse = ✋ Не могу
offer-taken = <b>{ $client }</b> — взято: { $name }
offer-over = <b>{ $client }</b>: уже не нужно, вопрос решён.
offer-refused = <b>{ $client }</b>: принято, предложим другим. Пока клиент ничей, можно передумать.
offer-yours = 🙋 Теперь это ваш клиент.
offer-taken-toast = { $client } — взято: { $name }
offer-over-toast = { $client }: уже не нужно, вопрос решён.
offer-refused-toast = { $client }: принято, предложим другим.
