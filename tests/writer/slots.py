"""What fills the ``{…}`` of the sentences: a project's own names, and figures drawn anew."""

from collections.abc import Callable, Mapping
from random import Random

from tests.writer.vocabulary import SHAPES, STEMS

FIGURES: dict[str, Callable[[Random], str]] = {
    "n": lambda chance: str(chance.randint(2, 9)),
    "d": lambda chance: str(chance.randint(1, 4)),
    "m": lambda chance: str(chance.randint(12, 95)),
    "h": lambda chance: str(chance.randint(105, 980)),
    "k": lambda chance: f"{chance.randrange(1050, 9800, 10):,}",
    "p": lambda chance: str(chance.randint(70, 95)),
    "x": lambda chance: str(chance.randint(10, 99)),
    "past": lambda chance: str(chance.randint(2548, 2556)),
}


class Slots(dict[str, str]):
    """The names of one project; a figure is never the same twice."""

    def __init__(self, chance: Random, names: Mapping[str, str]) -> None:
        super().__init__(names)
        self.chance = chance

    def __missing__(self, key: str) -> str:
        return FIGURES[key](self.chance)

    def fill(self, sentence: str) -> str:
        return sentence.format_map(self)

    def choose(self, sentences: tuple[str, ...]) -> str:
        return self.fill(self.chance.choice(sentences))

    def several(self, sentences: tuple[str, ...], count: int) -> list[str]:
        """Different ones, in the order drawn."""
        return [self.fill(each) for each in self.chance.sample(sentences, count)]


def places(chance: Random) -> dict[str, str]:
    """One invented place of each kind: a road, a canal, a community and so on."""
    return {kind: _place(chance, shapes) for kind, shapes in SHAPES.items()}


def _place(chance: Random, shapes: tuple[str, ...]) -> str:
    name, *numbers = chance.choice(shapes).split("{}")
    text = name + chance.choice(STEMS)
    for number in numbers:
        text += number
        if number is not numbers[-1]:
            text += str(chance.randint(1, 40))
    return text.strip()
