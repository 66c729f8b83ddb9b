# Clients of the pool chosen by ticks, and finding some.

picks = ☑️ Choose
picks-count = ☑️ Chosen: { $count }
picks-page = ☑️ Choose the whole page
picks-page-off = ⬜ Untick the page
picks-none = ✖️ Clear all
picks-to-one = 🙋 All to one person
picks-lose = ☠️ Lost
picks-over = ◀️ Without ticks
picks-back = ☑️ To the chosen
picks-whom = 🙋 Who should get the chosen clients ({ $count })? The number is how many clients each person has.
picks-lost-ask = ☠️ Are the chosen clients ({ $count }) lost for good? They will never be offered again. Choose one reason for all.
picks-going = ⏳ Closing for good: { $at } of { $total }…
picks-lost = ☠️ Lost for good: { $count }. The decision is recorded.
pool-search = 🔍 Find
pool-search-ask = 🔍 Who are you looking for in the pool? Type part of the name or the client's number. /cancel to stop.
pool-found = search: { $text }
pool-only-picked = Chosen
pool-only-found = Last search
refusal-pool-search = Type part of the name or the client's number.
refusal-picks-none = Nobody is chosen: tick some clients.
refusal-picks-changed = The choice has changed while you were looking. Here is how things stand.
refusal-picks-many = At most { $most } clients can be called lost at once. Untick some.
