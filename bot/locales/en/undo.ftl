# Taking back what was just done.

undo = ↩️ Undo
undoing = ⏳ Undoing: { $what } · { $count }…
undone = ↩️ Undone: { $what }.
undone-joined = Another message came while the task was closed: both are in one task now.
undone-wrote = 🟢 A message came while there was no owner: it is among your inbound now.
midway = ⚠️ Something failed in the middle: { $what }.
    Clients done: { $count }{ $left ->
    [0] { "" }
   *[other] , left: { $left }
}. What is done is kept and will not be done twice. You can continue from there, undo all of it within a minute, or leave it as it is.
    If it fails again, give this id to the admin: <code>{ $error }</code>
midway-go-on = ▶️ Continue
midway-going = ⏳ Continuing from there…
refusal-go-on = There is nothing to continue: you have done something else since, or undone all of it. Here is how things stand.
deed-outcome = the outcome
deed-reprieve = pause or lock
deed-plan = the new task
deed-walk = a new task
deed-spread = the spread over the days
deed-unload = evening out the days
deed-move = the move
deed-postpone = the move to the next working day
deed-no_answer = the attempt
deed-put_task = moving the task between client and deal
deed-reword = the text of the task
deed-bring_back = the restored task
deed-drop_task = removing the task
deed-buy = the new deal
deed-close_deal = closing the deal
deed-add_client = the new client
deed-rename_deal = the name of the deal
deed-set_sum = the amount of the deal
deed-set_stage = the stage of the deal
deed-hand_over = handing the client over
deed-hand_over_all = handing all clients over
deed-close_access = closing the access
deed-change_role = changing the role
deed-give_day = one more day
deed-release = letting the client go
deed-assign = giving the client out of the pool
deed-hand_out = the hand-out from the pool
deed-another_round = another round
deed-returned = the end of the reactivation
deed-failed = the end of the reactivation
deed-lose = closing the client as lost
deed-restore = bringing the client back
bring-back = ↩️ Restore the earlier task
bring-back-one = ↩️ Restore · { $what } { $date }
bring-back-toast = The task is planned again.
event-task_brought_back = ↩️ task restored
event-undone = ↩️ undone: { $detail }
refusal-undo-late = This can only be undone right away. Here is how things stand.
refusal-undo-used = This has already been undone. Here is how things stand.
refusal-undo-changed = Something has changed here since, so it cannot be undone. Here is how things stand.
