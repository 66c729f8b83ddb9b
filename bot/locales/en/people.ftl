# Coming in, people, invites, settings, help, refusals.

start-known = Hello, { $name }! Your clients are looked after: each will have a next task.
    “📋 My tasks” is what to do today. Forward a client's message here and an inbound task appears.
start-welcome = Hello, { $name }! Your role: { $role }{ $team }.
    Here every client and every deal has a next task.
start-manager = Bring your clients: a file with /import, one by one with “➕ New”, or forward a client's message here. Then /setup spreads the tasks over the days. How to work, in ten minutes: /learn
    On working days at { $time } you get your list of tasks.
start-head = Invite managers with /invite, import clients from a file with /import: you can hand them out at once. How to judge the work, in ten minutes: /learn
    Clients without a task, decisions and the team's load: /gaps and /plan. On working days at { $time } you get the digest.
start-admin = Invite a head of sales and managers with /invite: a head gets a team at once. Who belongs where, and the roles: /users.
    Stages of deals: /stages, clients from a file: /import.
stranger = Hello! This bot is for the staff of one company. If you work there, ask your head of sales for an invite link.
stranger-unclaimed = Hello! This bot has no admin yet. Your Telegram id is <code>{ $id }</code>. If the bot is yours, put the line <code>ADMIN_IDS={ $id }</code> into the file .env, restart the bot and send /start again.
role-manager = manager
role-head = head of sales
role-admin = admin
in-team = , “{ $team }”
invite-who = Who would you like to invite?
invite-team = To which team?
invite-team-head = Whose managers will this head lead? Choose a team or name a new one.
invite-nobodys = No team's yet
invite-own-team = 👥 New team named after the head
invite-skip = Skip
invite-new-team = ➕ New team
invite-team-ask = What should the team be called? Send one message. /cancel to stop.
invite-ready = 🔑 Invite: <b>{ $role }</b>{ $team }.
    Send this link to the person. It works once, within { $hours } h:
    { $link }
companions-choose = ☑️ Choose managers
companions-ask = Which managers will move to this head? You can choose several.
companions-none = There are no managers yet.
companions-ready = ✅ Done · { $count }
companions-coming = 👥 They move to the head once the invite is accepted: { $names }.
companions-to-you = 👥 These managers move to you: { $names }.
companions-came = 👥 Also in the team now: { $names }.
companions-left = ⚠️ These stay where they are: { $names }.
left-inactive = no access
left-moved = already in another team
left-no-manager = already in another role
invite-copy = 📋 Copy the link
users-title = 👥 <b>People</b> · { $count }
users-line = { $active ->
    [yes] { $name } — { $role }{ $team }
   *[no] <s>{ $name }</s> — no access
}, { $clients } { $clients ->
    [one] client
   *[other] clients
}
user-card = 👤 <b>{ $name }</b>
    { $role }{ $team }
user-clients = { $clients ->
    [0] No clients.
    [one] { $clients } client.
   *[other] { $clients } clients.
}
user-inactive = 🚫 No access.
user-blocked = ⚠️ The bot is blocked: messages do not get through.
user-hand-over = 🔀 The clients need a new owner: nobody looks after them now.
user-deactivate = 🚫 Close access
user-activate = ✅ Give access back
user-deactivate-sure = 🚫 Close the access of <b>{ $name }</b>? This person has no clients and no tasks.
user-deactivate-yes = 🚫 Yes, close
user-transfer = 🔀 Hand over the clients
user-unled = ⚠️ No head: questions about these clients go to the admin.
user-team = 👥 Team
user-role = 🎖 Role
user-extensions = ☎️ Extension
extensions-none = ☎️ <b>{ $name }</b>: no extension. If they take a call from a new client, it goes to the head.
extensions-known = ☎️ <b>{ $name }</b>: { $extensions }. A new client whose call they take is theirs.
extensions-change = ✏️ Set the extension
extensions-clear = 🗑 Remove
extensions-ask = ☎️ <b>{ $name }</b>: which phone extension or work e-mail? Up to five separated by commas, for example: 12, 113
role-ask = 🎖 <b>{ $name }</b>: { $role } now. Which role should it be?
team-ask = 👥 <b>{ $name }</b>{ $team }: which team should it be?
team-ask-head = 👥 <b>{ $name }</b>{ $team }: whose managers will this head lead?
team-none = No team
team-line = { $team } · { $count } · { $heads }
team-headless = no head
move-ask = 🔑 This is an invite: { $to_role }{ $to_team }. You are now: { $role }{ $team }.
    Move? Your clients and tasks stay with you.
move-yes = 🔑 Move
place-now = 👤 Your role is now: { $role }{ $team }.
place-led = Managers you lead: { $count }.
nobody-led = 👥 You lead no managers yet: invite them with /invite, or ask an admin to choose your team.
joined = 👋 Someone new has joined by your invite: <b>{ $name }</b>, { $role }{ $team }.
joined-member = 👋 Your invite was accepted: <b>{ $name }</b>, { $role }{ $team }.
joined-nobody-led = This head leads no managers yet: choose a team on the card.
joined-card = 👤 Card
unled = ⚠️ Now without a head ({ $count }): { $names }. Questions about their clients come to you. Choose a team that has a head.
unled-team = 👥 Team: { $name }
me-title = ⚙️ <b>My settings</b>
    { $name } — { $role }{ $team }
me-zone = 🕘 Time zone: { $zone }
me-digest = ☀️ Morning digest: { $time } on working days
me-change-zone = 🕘 Time zone
me-change-digest = ☀️ Digest time
me-language = 🌐 Русский
me-language-chosen = 🌐 English from now on. The other settings: /me.
me-zone-ask = What is your time zone?
me-zone-other = ✏️ Another
me-zone-type = Type the name of the zone, for example Asia/Yekaterinburg. /cancel to stop.
me-digest-ask = When should the digest come? Choose a time or type your own, for example 8:30.
zone-kaliningrad = Kaliningrad
zone-moscow = Moscow
zone-samara = Samara
zone-yekaterinburg = Yekaterinburg
zone-omsk = Omsk
zone-krasnoyarsk = Krasnoyarsk
zone-irkutsk = Irkutsk
zone-yakutsk = Yakutsk
zone-vladivostok = Vladivostok
zone-kamchatka = Kamchatka
help = <b>How to work here</b>
    • Every client always has a next task: on a deal within two weeks, without a deal within a month.
    • The digest comes in the morning. “▶️ Start the day” leads through the tasks one by one: inbound, overdue, today's.
    • You talked: choose the next contact at once, with a tap or in words, for example “Fri at 15:00”.
    • A new task is one line: “Smith tomorrow at 15:00 talk about the contract”.
    • A client wrote: forward the message here and an inbound task appears. A call or a visit: /call.
    • Clients without a task: “🚀 Plan everything” (/setup), one by one or all at once over the days. The load of two weeks: /plan.
    • Your clients from a file: /import; to take them along: /export.
    • A client without a task: a reminder after one working hour, the head is told after eight, after five working days the client goes to the pool.
help-take = • You may take a client from the pool: /pool.
help-leader = <b>Heads and admins</b>: /gaps clients without a task, /plan everyone's load, /pool the pool, /pool_assign hand clients out, /lost and /restore closing a client for good and bringing it back, /invite, /users people and vacations.
help-admin = <b>Admins</b>: /stages the stages of deals, /rules the rules of the company, /intake calls and forms that come by themselves.
more-title = ☰ <b>More</b>
more-clients = 👥 Clients
more-deals = 💼 Deals
more-gaps = ⚠️ No task
more-call = 🟢 Log an inbound
more-import = 📥 Import
more-export = 📤 Export
more-me = ⚙️ My settings
more-pool = 📥 Pool
more-take = 🙋 Take from the pool
more-users = 👥 People
more-invite = 🔑 Invite
more-help = ❓ Help
cancelled = All right, nothing has changed.
nothing-to-cancel = There is nothing to cancel.

command-today = 📋 My tasks
command-clients = 👥 Clients
command-deals = 💼 Deals
command-new = ➕ New client
command-find = 🔍 Find a client
command-call = Log an inbound call or visit
command-gaps = ⚠️ No task
command-me = ⚙️ My settings
command-help = How to work here
command-cancel = Cancel typing
command-pool = 📥 Pool
command-pool_assign = 🎯 Hand clients out of the pool
command-lost = ☠️ Lost for good
command-restore = Restore a lost client
command-invite = 🔑 Invite
command-users = 👥 People

repeated-mark = <i>(repeated)</i>
told-blocked = ⚠️ { $name } gets no messages: the bot is blocked or the account is gone. Nobody has taken over the tasks.
parked = ⚠️ An update failed five times in a row and was put aside. Error id: <code>{ $error }</code>. See the log for more.
tables-refused = ⚠️ Telegram does not accept tables. Digest and report now come as lines even for those who switched tables on: the figures are the same. If you run your own Bot API server, it is time to update it. You will not see this again.

refusal-thing = There is no such thing here.
refusal-command = There is no such command. See /help for what there is.
refusal-client = You have no such client.
refusal-person = There is no such person.
refusal-team = There is no such team.
refusal-task = You have no such task.
refusal-button = This button is out of date. Open “📋 My tasks”.
refusal-invite = The invite does not work: it has been used or has expired. Ask for a new one.
refusal-invite-wait = Too many attempts. Try again in an hour.
refusal-extension = Type an extension or an address, up to five separated by commas, for example: 12, 113
refusal-extension-taken = Another person has this extension. Remove it there.
refusal-team-name = The name is empty. Type at least one word.
refusal-own-role = Another admin has to change your role.
refusal-own-invite = You made this invite yourself. Send the link to the person you invite.
refusal-last-admin = There is no other admin: nobody could manage access without you. Invite one more first.
refusal-place-same = It is already set that way.
refusal-own-access = You cannot close your own access.
refusal-person-inactive = Access is already closed.
refusal-time = The time “{ $text }” is not clear. Type it like this: 8:30.
refusal-zone = There is no zone “{ $zone }”. Example: Asia/Yekaterinburg.
refusal-client-not-active = This client no longer has an owner.
refusal-unknown = That is not possible right now.
unhandled-button = This button is out of date. Open “📋 My tasks”.
unhandled-message = I did not understand. Forward a client's message, press “📋 My tasks” or see /help.
unhandled-edit = ✏️ Editing changes nothing: I keep the message as it was sent. Correct it on the card or with a new message.
unhandled-answer = I need text here: send it as one message. /cancel to stop.
failed = That did not work: the fault is ours, not yours. Nothing has changed. Id for the admin: <code>{ $error }</code>
user-spare = ⏸ Pause hand-outs
user-resume = ▶️ Hand out again
user-spare-ask = ⏸ No new clients for <b>{ $name }</b>. For how many days?
user-spare-days = { $days } days
user-spare-endless = Until resumed
user-spared = ⏸ Hand-outs are paused.
user-spared-until = ⏸ Hand-outs are paused until { $until } inclusive.
users-spared = ⏸
