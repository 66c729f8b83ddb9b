# A head's question about a client without a task, and the answer.

ask-owner = 💬 Ask the manager
owner-ask-state = How are things going?
owner-ask-when = When is the next contact?
owner-ask-help = Do you need help?
ask-owner-what = 💬 <b>{ $client }</b>: what would you like to ask? Owner: { $owner }. Choose, or type a question.
ask-owner-sent = 💬 The question is sent: “{ $what }”. Client: <b>{ $client }</b>. The answer will come here.
told-owner-asked = 💬 { $name } asks about <b>{ $client }</b>: “{ $what }”
answer-head = 💬 Answer
answer-head-ask = 💬 <b>{ $client }</b>: “{ $what }”. Type the answer, { $name } will get it.
answer-head-sent = 💬 The answer is sent: { $name }. <b>{ $client }</b> still needs a next task.
told-owner-answered = 💬 { $name } answers. Client: <b>{ $client }</b>.
    “{ $what }”
    { $answer }
event-owner_asked = 💬 the head asks: { $detail }
event-owner_answered = 💬 the answer to the head: { $detail }
refusal-ask-yourself = This is your own client, so there is nobody to ask. Set the next task.
refusal-ask-nobody = The owner's access is closed: there is nobody to ask. Hand the client over.
