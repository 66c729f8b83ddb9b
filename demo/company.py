"""The sample company: who works there, and how they come in."""

from dataclasses import dataclass

from demo.stage import ADMIN_ID, Stage
from sandbox import Person


@dataclass(frozen=True)
class Company:
    """Everybody of the sample company, and the clients who write to them."""

    olga: Person
    """The director, admin of the bot."""
    igor: Person
    """The head of sales."""
    anna: Person
    boris: Person
    marina: Person
    """A client with a Telegram account."""


async def hire(stage: Stage) -> Company:
    """The director starts the bot and invites the others, who accept."""
    box = stage.box
    olga = box.person("Ольга", ADMIN_ID, last_name="Директорова", username="olga_dir")
    igor = box.person("Игорь", 1002, last_name="Ропов", username="igor_rop")
    anna = box.person("Анна", 1003, last_name="Петрова", username="anna_p")
    boris = box.person("Борис", 1004, last_name="Сидоров", username="boris_s")
    marina = box.person("Марина", 2001, last_name="Лебедева", phone="+79161234567")
    await olga.writes("/start")
    await olga.writes("/invite")
    await olga.taps("РОП")
    await olga.taps("➕ Новый отдел")
    await olga.writes("Продажи")
    await accepts(igor, olga)
    for person in (anna, boris):
        await igor.writes("/invite")
        await accepts(person, igor)
    await stage.rest()
    return Company(olga, igor, anna, boris, marina)


async def accepts(newcomer: Person, inviter: Person) -> None:
    """The newcomer opens the link that the inviter has just got."""
    # The inviter also hears who has come: that may be the last message by now.
    texts = [message.text for message in inviter.messages if "start=" in message.text]
    words = texts[-1].split()
    link = next(word for word in words if "start=" in word)
    await newcomer.writes(f"/start {link.rpartition('start=')[2]}")


async def open_for_business(stage: Stage) -> Company:
    """Everybody is there, and Anna and Boris have clients with tasks, some of them for today."""
    company = await hire(stage)
    stage.box.person("Елена", 2002, last_name="Зайцева", username="lena_z", phone="+79261234567")
    stage.box.person("Виктор", 2003, last_name="Орлов", phone="+79031112233")
    for words in (
        "ООО «Ромашка» +7 916 123-45-67 сегодня в 12 обсудить договор",
        "Виктор Орлов +7 903 111-22-33 сегодня позвонить",
    ):
        await company.anna.writes(words)
        await company.anna.taps("✅ Сохранить")
    await company.boris.writes("/new ИП Котов +7 495 765-43-21")
    await company.boris.taps("Через 3 дня")
    await stage.rest()
    return company
