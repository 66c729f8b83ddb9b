# Clients of the pool chosen by ticks, and finding some.

picks = ☑️ Choose
picks-count = ☑️ Chosen: { $count }
picks-page = ☑️ Choose the whole page
picks-page-off = ⬜ Take the page off
picks-none = ✖️ Choose nobody
picks-to-one = 🙋 All to one person
picks-lose = ☠️ Lost
picks-over = ◀️ Without ticks
picks-back = ☑️ To the chosen
picks-whom = 🙋 To whom should the chosen clients ({ $count }) go? Beside each: how many clients they have.
picks-lost-ask = ☠️ Are the chosen clients ({ $count }) lost for good? They are never offered again. Choose a reason, one for all.
picks-going = ⏳ Closing for good: { $at } of { $total }…
picks-lost = ☠️ Lost for good: { $count }. The decision is recorded.
pool-search = 🔍 Find
pool-search-ask = 🔍 Whom to find in the pool? Write part of the name or the client's number. /cancel looks for nobody.
pool-found = search: { $text }
pool-only-picked = Chosen
pool-only-found = Last search
refusal-pool-search = Write part of the name or the client's number.
refusal-picks-none = Nobody is chosen: tick some clients.
refusal-picks-changed = The choice has changed while you were looking. Here is how things stand.
refusal-picks-many = At most { $most } clients can be called lost at once. Take some ticks off.
