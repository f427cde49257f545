"""What is worked out once."""

from generator.publish.memo import lately


def test_the_last_answer_is_kept() -> None:
    asked: list[object] = []
    told = lately(asked.append)
    one, other = ["a"], ["a"]
    for record in (one, one, other, other, one):
        told(record)
    assert [id(record) for record in asked] == [id(one), id(other), id(one)]
