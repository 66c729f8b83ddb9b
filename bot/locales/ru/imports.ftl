# Загрузка клиентов из файла через чат.

command-import = 📥 Загрузить клиентов из файла
import-ask = 📥 <b>Загрузка из файла.</b> Пришлите файл сюда — скрепкой, как файл.
    Подходят выгрузки Битрикс24 и amoCRM, контакты Google (csv), карточки vCard (.vcf) и любые таблицы csv и xlsx с подписанными столбцами. До 20 МБ.
    Сначала покажу, что понял, и ничего не загружу без вашего согласия.
import-open = 📄 { $name }
import-photo = Это картинка, таблицу из неё не прочитать. Пришлите файл: скрепка → «Файл».
import-reading = 📥 Читаю файл…
import-checking = 🔎 Проверяю, что получится. Пока ничего не загружаю…
import-auditing = 🔎 Считаю, у кого нет дела… Ничего не загружается, пока вы не решите.
import-undoing = ↩️ Отменяю импорт…
import-dropped = Хорошо, из этого файла ничего не загружаю.
import-refused = 📄 <b>{ $name }</b>
    { $why } Ничего не загружено.
import-title = 📄 <b>{ $name }</b>
import-what = { $profile } · { $rows } { $rows ->
    [one] строка
    [few] строки
   *[many] строк
}
import-again = ⚠️ Этот файл вы уже загружали: { $moment }. Можно ещё раз: те же клиенты второй раз не появятся.
import-sample = Проверьте, что буквы читаются:
import-sample-line = <i>{ $line }</i>
import-columns-title = Столбцы:
import-column-line = · { $title } → { $field }
import-columns-rest = … и ещё { $count }
import-skipped = Не загружаю столбцы: { $titles }.
import-sheets = Листы:
import-sheet-taken = · { $name }: строк { $rows }
import-sheet-below = · { $name }: строк { $rows }, в списке ошибок они идут с { $first }-й
import-sheet-left = · ⚠️ { $name }: строк { $rows }, не загружаю: столбцы другие
import-shared-phone = ⚠️ Один телефон у { $people } { $people ->
    [one] человека
   *[other] человек
}: { $value }. Из-за него их не объединю.
import-shared-email = ⚠️ Одна почта у { $people } { $people ->
    [one] человека
   *[other] человек
}: { $value }. Из-за неё их не объединю.
import-all-mine = Все клиенты из файла будут вашими.
import-people = Ответственные:
import-person-line = · { $name } → { $person }
import-unknown = Не знаю, кто это: «{ $name }». Спрошу дальше.
import-unmapped = Не нашёл ни имени, ни телефона, ни почты. Укажите в «Столбцах», где что.
import-columns = 🧩 Столбцы
import-on = ▶️ Дальше
import-kind-file = Как в файле
import-kind-customer = Клиенты
import-kind-supplier = Поставщики
import-columns-which = 🧩 <b>{ $name }</b>: что в каком столбце? Коснитесь того, который понят неверно.
import-columns-done = ✅ Столбцы верны
import-column-what = Столбец <b>{ $title }</b>, например «{ $example }». Сейчас это { $field }. Что это?
import-who = Чьи клиенты те, у кого ответственный «{ $name }»? { $left ->
    [1] { "" }
   *[other] Таких имён осталось { $left }.
}
import-mine = Мои
import-rest-mine = Все { $count } — мои
import-checked = 🔎 <b>{ $name }</b>: вот что получится. Пока ничего не изменено.
import-figures = новые <b>{ $imported }</b> · дополнятся <b>{ $filled }</b> · дубли <b>{ $same }</b> · ошибки <b>{ $rejected }</b>
import-policy-skip = Кто уже есть ({ $count }), останется как есть.
import-policy-fill = Кто уже есть ({ $count }): допишу то, чего у них нет ({ $filled }), и ничего не затру.
import-policy-replace = Кто уже есть ({ $count }): имя, компания и заметка станут такими, как в файле.
import-policy-create = Кто уже есть ({ $count }): заведу вторых. Обычно это не то, что нужно.
import-errors-later = Список ошибок пришлю файлом после импорта.
import-duplicates-skip = Пропустить
import-duplicates-fill = Дополнить пустое
import-duplicates-replace = Заменить
import-duplicates-create = Создать
import-go = ✅ Импортировать
import-progress = ⏳ Импорт: { $at } из { $total }. Можно работать дальше.
import-done = ✅ <b>{ $name }</b>: импорт закончен.
import-stopped = ⚠️ <b>{ $name }</b>: импорт прервался.
import-stopped-at = Дошли до строки { $at } из { $total }. Пришлите файл ещё раз: загруженное не повторится.
import-result = Строк { $rows }: новые <b>{ $imported }</b> · дополнены <b>{ $filled }</b> · дубли <b>{ $same }</b> · ошибки <b>{ $rejected }</b>
import-plans = Вместе с ними: сделок { $deals }, дел { $tasks }.
import-undo = ↩️ Отменить импорт
import-undo-sure = ↩️ Отменить импорт <b>{ $name }</b>? Новые клиенты уйдут, дополненные станут прежними. С кем уже работали, те останутся.
import-undo-yes = ↩️ Да, отменить
import-undone = ↩️ <b>{ $name }</b>: импорт отменён.
import-removed = Убрано { $removed }.
import-kept = Осталось { $kept }: с ними уже работали.
import-restored = Стали прежними { $restored }.
import-errors-name = подробности
import-errors-line = Строка
import-errors-what = Что не так
import-errors-why = Почему
import-row-error = Строка не загружена
import-row-merged = Строка дополнила клиента
import-merged-with = { $name }
import-cell-error = Ячейка не понята, остальное загружено

import-profile-bitrix_contacts = Контакты Битрикс24
import-profile-bitrix_companies = Компании Битрикс24
import-profile-bitrix_deals = Сделки Битрикс24
import-profile-bitrix_leads = Лиды Битрикс24
import-profile-amo_contacts = Контакты amoCRM
import-profile-amo_deals = Сделки amoCRM
import-profile-google = Контакты Google
import-profile-vcard = Карточки vCard
import-profile-own_export = Наша выгрузка
import-profile-table = Таблица

import-field-source_id = номер в прежней системе
import-field-name = имя целиком
import-field-contact = контактное лицо
import-field-given = имя
import-field-middle = отчество
import-field-family = фамилия
import-field-company = компания
import-field-position = должность
import-field-phone = телефон
import-field-email = почта
import-field-telegram = Telegram
import-field-note = в комментарий
import-field-responsible = ответственный
import-field-kind = клиент или поставщик
import-field-record = человек или компания
import-field-class = класс клиента
import-field-people = люди внутри
import-field-created = когда заведён
import-field-task = следующее дело
import-field-deal_id = номер сделки
import-field-deal_title = название сделки
import-field-deal_stage = стадия сделки
import-field-deal_amount = сумма сделки
import-field-deal_currency = валюта сделки
import-field-deal_closed = сделка закрыта
import-field-deal_closed_on = дата закрытия сделки
import-field-skip = не загружать

base-progress = 🗂 База к расстановке: { $left } из { $total }
base-progress-of = 🗂 { $name }, база к расстановке: { $left } из { $total }

refusal-import = Такого импорта у вас нет.
refusal-import-late = Отменить импорт можно в течение суток. Они уже прошли.
refusal-file-gone = Telegram больше не отдаёт этот файл. Пришлите его ещё раз.
refusal-file-failed = Не получается: ошибка у нас. Она записана, админ её увидит.
