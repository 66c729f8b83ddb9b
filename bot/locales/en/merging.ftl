# Merging two cards of one client.

merge = 🔗 Merge
merge-ask = 🔗 <b>{ $name }</b>: which card is the same client? Send the name, phone or number of the other card. /cancel to merge nothing.
merge-choose = 🔗 <b>{ $name }</b>: which card is the same client?
merge-nobody = 🔗 <b>{ $name }</b>: no other card was found. Try a phone, an e-mail or a part of the name.
merge-title = 🔗 <b>Two cards, one client</b>
merge-side = • <b>{ $name }</b>: phones and e-mail — { $contacts }, { $deals } { $deals ->
    [one] deal
   *[other] deals
}, { $tasks } { $tasks ->
    [one] task
   *[other] tasks
}
merge-result = What stays:
merge-field = { $field }: <b>{ $value }</b>
merge-warning = Phones and e-mail, people, deals, tasks and the history of both are kept. This cannot be undone.
merge-take = 🔁 { $field }: { $value }
merge-swap = 🔁 The other way round
merge-go = 🔗 Merge
merged-toast = The cards are merged.
event-merged = 🔗 merged with the card “{ $detail }”

refusal-merge-same = That is the same card.
refusal-merge-active = Only active clients can be merged. Bring the client back first.
refusal-merge-attempt = The other card is in reactivation right now. End that first, then merge.
