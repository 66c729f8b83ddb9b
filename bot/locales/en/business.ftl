# Telegram Business: talking to clients in one's own account.

me-business = 💬 My chats in Telegram
business-title = 💬 <b>Inbound from your chats in Telegram</b>
business-how =
    A client writes to you in Telegram, and the inbound appears by itself: nothing has to be forwarded. The bot only reads: it writes nothing in your chats.

    How to connect:
    1. In Telegram open Settings → My Profile → Edit → Chat Automation.
    2. Paste the name of the bot: @{ $bot }
    3. Choose the chats: all private ones, or some.
    4. No rights are needed: they may be switched off.

    If Telegram does not find the bot there, ask an admin to turn on Secretary Mode at @BotFather.
business-lost = ⚠️ The bot is cut off from your chats: what clients write there does not reach it. How to reconnect is below.
business-look = 🔄 Check
business-copy = 📋 Copy the bot's name
business-since = ✅ Connected: { $since }
business-rights-none = Rights: none. The bot needs none.
business-rights = Rights: { $rights }. The bot does not need them, you can switch them off.
business-right-can_reply = reply to messages
business-right-can_read_messages = mark as read
business-right-can_delete_sent_messages = delete the bot's messages
business-right-can_delete_all_messages = delete any messages
business-unknown-off = New people: I do not ask about them, only known clients become inbound.
business-unknown-on = New people: I ask once whether it is a client.
business-chats = A client's chat is missing here? Check the list of chats in Chat Automation. Messages from before the connection are not visible.
business-unknown-ask = ➕ Ask about new people
business-unknown-stop = ➖ Do not ask about new people
business-refused = ↩️ Ask again about non-clients: { $count }
business-on = ✅ Your chats in Telegram are connected. When a known client writes, the inbound appears by itself.
business-off = ⚠️ Your chats in Telegram are disconnected from the bot: inbound no longer comes from there. You can reconnect at any time.
business-right-lost = ℹ️ The right “{ $right }” is off in Chat Automation. Inbound still comes: the bot does not need it.
business-came = 🟢 <b>{ $client }</b>: a message in your Telegram.
business-answered = 💬 <b>{ $client }</b>: you have answered. Handled?
business-promised = You named a date. Set a task?
business-promise = 📅 <b>{ $client }</b>: your message names a date, { $date }. Set a task?
business-passed = 🔁 A colleague's client is writing to you in Telegram. Owner: { $surname }. The inbound is already there.
business-unknown = ❓ Someone new in your Telegram: <b>{ $name }</b>. A client?
business-client = ➕ A client
business-no-client = 🚫 Not a client
business-no-client-done = 🚫 Noted: not a client. I will not ask about this chat again.
business-wrote = 💬 A message in your Telegram.
refusal-business-off = Connect the bot first: Settings → My Profile → Edit → Chat Automation.
