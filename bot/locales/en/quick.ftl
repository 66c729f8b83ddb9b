# A task in one line.

quick-whose = ➕ “{ $line }”. Whom is it about?
quick-which-deal = ➕ “{ $line }”. <b>{ $client }</b> has several deals: which one is it about?
quick-preview = ➕ <b>{ $client }</b> · { $when } · { $title }
quick-new = The client is new and will be added with the task. Check the name and the date: the card stays, there will be no “↩️ Undo” below it.
quick-save = ✅ Save
quick-change = ✏️ Change
quick-cancel = Cancel
refusal-quick-saved = This task is saved already. Here is how things stand.
refusal-quick-with-forward = These words are kept with the forwarded message already.
quick-lacks-date = I did not understand when. Write in one line who, when and what to do: “Ivanov tomorrow at 10 call”. To find a client press “🔍 Find”; for the rest see /help.
refusal-line-without-client = I did not understand whom it is about. Write in one line who, when and what to do: “Ivanov tomorrow at 10 call”.
