"""A head asks the owner of a client without a task, and reads the answer (R5)."""

from bot.method.gaps.cards import OwnerAsk, OwnerQuestion
from bot.views.parts.rows import about_client, back_button
from bot.views.screen import Brief, Button, Screen
from bot.views.taps.gaps import AnswerHead, AskOwner, SendQuestion
from bot.views.taps.nav import AskNext, Decide, OpenClient
from bot.views.words import Words

_MARK = "\N{SPEECH BALLOON}"


def ask_owner_screen(words: Words, client_id: int, client: str, owner: str) -> Screen:
    """What to ask; a question of one's own may be typed."""
    rows = tuple(
        (Button(words.plain(f"owner-ask-{ask}"), SendQuestion(client_id, ask)),) for ask in OwnerAsk
    )
    back = (back_button(words, Decide(client_id)),)
    return Screen(words("ask-owner-what", client=client, owner=owner), (*rows, back))


def asked_owner_screen(words: Words, asked: OwnerQuestion) -> Screen:
    """The question is on its way; the decisions wait for nothing."""
    text = words("ask-owner-sent", client=asked.client_name, what=_question(words, asked))
    return Screen(text, ((Button(words.plain("back-decision"), Decide(asked.client_id)),),))


def owner_asked_screen(words: Words, asked: OwnerQuestion) -> Screen:
    """The owner reads what he is asked."""
    text = words(
        "told-owner-asked",
        name=asked.asker,
        client=asked.client_name,
        what=_question(words, asked),
    )
    answer = AnswerHead(asked.entry_id)
    plan = Button(words.plain("do-plan"), AskNext(asked.client_id))
    rows = ((Button(words.plain("answer-head"), answer, style="primary"), plan),)
    short = Button(about_client(_MARK, asked.client_name), answer)
    return Screen(text, rows, brief=Brief(text, ((short,),)))


def answer_form(words: Words, asked: OwnerQuestion) -> Screen:
    """Asks for the answer."""
    text = words(
        "answer-head-ask",
        name=asked.asker,
        client=asked.client_name,
        what=_question(words, asked),
    )
    return Screen(text, ((Button(words.plain("to-client"), OpenClient(asked.client_id)),),))


def answer_sent_screen(words: Words, asked: OwnerQuestion) -> Screen:
    """The answer is on its way; what the client lacks is a plan all the same."""
    plan = Button(words.plain("do-plan"), AskNext(asked.client_id), style="primary")
    client = Button(words.plain("to-client"), OpenClient(asked.client_id))
    text = words("answer-head-sent", name=asked.asker, client=asked.client_name)
    return Screen(text, ((plan, client),))


def owner_answered_screen(words: Words, asked: OwnerQuestion) -> Screen:
    """The head reads the answer, a tap away from the decisions."""
    text = words(
        "told-owner-answered",
        name=asked.answerer,
        client=asked.client_name,
        what=_question(words, asked),
        answer=asked.answer or "",
    )
    decide = Button(words.plain("back-decision"), Decide(asked.client_id), style="primary")
    rows = ((decide, Button(words.plain("ask-owner"), AskOwner(asked.client_id))),)
    short = Button(about_client(_MARK, asked.client_name), Decide(asked.client_id))
    return Screen(text, rows, brief=Brief(text, ((short,),)))


def _question(words: Words, asked: OwnerQuestion) -> str:
    return words.plain(f"owner-ask-{asked.code}") if asked.code else asked.text
