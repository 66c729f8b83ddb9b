# A task in one line.

quick-whose = ➕ “{ $line }”. Who is it about?
quick-which-deal = ➕ “{ $line }”. <b>{ $client }</b> has several deals: which one is it about?
quick-preview = ➕ <b>{ $client }</b> · { $when } · { $title }
quick-new = The client is new and will be added with the task. Check the name and the date.
quick-save = ✅ Save
quick-change = ✏️ Change
quick-cancel = Cancel
refusal-quick-saved = This task is already saved. Here is how things stand.
refusal-quick-with-forward = These words are already saved with the forwarded message.
quick-lacks-date = I did not understand when. Write in one line who, when and what to do: “Smith tomorrow at 10 call”. To find a client press “🔍 Find”; for the rest see /help.
refusal-line-without-client = I did not understand who it is about. Write in one line who, when and what to do: “Smith tomorrow at 10 call”.
line-what = 💬 <b>{ $client }</b>: { $words }
    What is it?
line-note = 📝 Comment
line-inbound = 🟢 Inbound
line-task = 📅 Task
refusal-line-taken = These words are already written down. Here is how things stand.
next-words = 📅 { $what }
line-whose = 👥 Is it about another client?
line-others = 👤 Yes: { $name }
line-others-many = 👤 Yes, another one
line-mine = 📅 No, this one: { $name }
line-no-date = I did not understand the date. Save it as the result? <b>{ $client }</b>: { $text }
line-result = 📝 Save as the result
next-result = 📝 Result
