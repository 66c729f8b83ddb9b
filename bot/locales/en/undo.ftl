# Taking back what was just done.

undo = ↩️ Undo
undoing = ⏳ Taking back: { $what } · { $count }…
undone = ↩️ Taken back: { $what }.
undone-joined = Another message came while the task was closed: both are in one task now.
midway = ⚠️ Something failed in the middle: { $what }.
    Clients done: { $count }{ $left ->
    [0] { "" }
   *[other] , left: { $left }
}. What is done is kept and not done twice. You can go on from there, take all of it back within a minute, or leave it as it is.
    If it fails again, this is the id for the admin: <code>{ $error }</code>
midway-go-on = ▶️ Go on
midway-going = ⏳ Going on from there…
refusal-go-on = There is nothing to go on with: you have done something else since, or taken all of it back. This is how it is now.
deed-outcome = the outcome
deed-reprieve = pause or lock
deed-plan = the new task
deed-walk = a new task
deed-spread = the spread over the days
deed-unload = the moves off full days
deed-move = the move
deed-postpone = the move to the next working day
deed-no_answer = the attempt
deed-put_task = the other place of the task
deed-reword = the text of the task
deed-bring_back = the task brought back
deed-drop_task = removing the task
deed-buy = the new deal
deed-close_deal = closing the deal
deed-add_client = the new client
deed-rename_deal = the name of the deal
deed-set_sum = the sum of the deal
deed-set_stage = the deal's stage
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
bring-back = ↩️ Bring the earlier task back
bring-back-one = ↩️ Bring back · { $what } { $date }
bring-back-toast = The task is planned again.
event-task_brought_back = ↩️ task brought back
event-undone = ↩️ taken back: { $detail }
refusal-undo-late = This can only be taken back at once. Here is how things stand.
refusal-undo-used = This was taken back already. Here is how things stand.
refusal-undo-changed = Something has changed here since, so it cannot be taken back. Here is how things stand.
