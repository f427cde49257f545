"""หลักการและเหตุผล, วัตถุประสงค์, เป้าหมาย: the free text of a page, each one line."""

from random import Random

from tests.writer.programme import Work
from tests.writer.slots import Slots
from tests.writer.vocabulary import PHRASES

SHORTEST, LONGEST = 1050, 1700
"""Characters that a rationale aims at."""
UNNAMED_SHARE, QUOTED_SHARE = 0.12, 0.07


def rationale(work: Work, chance: Random) -> tuple[str, str | None]:
    """The text, and the project as it names it."""
    named = None if chance.random() < UNNAMED_SHARE else work.named
    slots = Slots(chance, work.names)
    slots["named"] = _naming(named, chance)
    opening = slots.choose(PHRASES["law"])
    ending = [slots.choose(PHRASES["response"]), slots.choose(PHRASES["close"])]
    length = chance.randint(SHORTEST, LONGEST) - sum(map(len, (opening, *ending)))
    return " ".join([opening, *_middle(work, slots, length), *ending]), named


def _naming(named: str | None, chance: Random) -> str:
    if named is None:
        return chance.choice(("โครงการนี้", "โครงการดังกล่าว"))
    return f"โครงการ “{named}” " if chance.random() < QUOTED_SHARE else f"โครงการ{named}"


def _middle(work: Work, slots: Slots, length: int) -> list[str]:
    """Sentences about the place and the trouble, until there are enough of them."""
    topic = work.topic
    pools = [
        slots.several(pool, len(pool))
        for pool in (topic.situations, PHRASES["place"], topic.harms, PHRASES["past"])
    ]
    middle: list[str] = []
    while length > 0 and any(pools):
        for pool in pools:
            if pool and length > 0:
                sentence = pool.pop()
                middle.append(sentence)
                length -= len(sentence) + 1
    return middle


def objectives(work: Work, chance: Random) -> str:
    """Inline and numbered, as officers type them."""
    slots = Slots(chance, work.names)
    aims = slots.several(work.topic.aims, chance.randint(2, 4))
    benefits = [f"{aim}{slots.choose(BENEFITS)}" if chance.random() < 0.5 else aim for aim in aims]
    return _numbered(benefits, chance.choice(("{}. ", "2.{} ", "({}) ")))


BENEFITS = (
    " ใน{where}",
    " โดย{people}มีส่วนร่วมทุกขั้นตอน",
    " และนำผลไปปรับปรุงงานของ{section}",
    " ภายในปีงบประมาณ",
    " ตามแนวทางที่{agency}กำหนด",
    " สำหรับ{people}ไม่น้อยกว่า {h} คน",
)


def targets(work: Work, chance: Random) -> str:
    """``ด้านปริมาณ … ด้านคุณภาพ …`` on one line."""
    slots = Slots(chance, work.names)
    topic = work.topic
    amounts = slots.several(topic.amounts + PHRASES["amounts"], chance.randint(2, 4))
    qualities = slots.several(topic.qualities + PHRASES["qualities"], chance.randint(2, 3))
    amount, quality = chance.choice(
        (
            ("ด้านปริมาณ ", " ด้านคุณภาพ "),
            ("3.1 ด้านปริมาณ ", " 3.2 ด้านคุณภาพ "),
            ("เป้าหมายเชิงปริมาณ ", " เป้าหมายเชิงคุณภาพ "),
        )
    )
    mark = chance.choice(("{}. ", "({}) "))
    return amount + _numbered(amounts, mark) + quality + _numbered(qualities, mark)


def _numbered(sentences: list[str], mark: str) -> str:
    return " ".join(
        mark.format(number) + sentence for number, sentence in enumerate(sentences, start=1)
    )
