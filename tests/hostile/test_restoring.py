"""Buttons that bring back what was deleted, pressed when it is not."""

from tests.hostile.stage import Stage, addresses, rules


def test_restoring_what_is_there_changes_nothing(stage: Stage) -> None:
    """A second click, an old tab, two people at one button: no row and no line of the history comes of it."""
    buttons = [rule for rule in rules(stage.app, "POST") if ".restore_" in rule.endpoint]
    assert {rule.endpoint for rule in buttons} >= {
        "campaigns.restore_campaign", "tasks.restore_task", "delegates.restore_delegate", "documents.restore_document",
    }  # fmt: skip
    before = stage.database.rows()
    for rule in buttons:
        (address,) = addresses(stage.app, rule, stage.values)
        assert stage.client.post(address).status_code == 303, address
    assert stage.database.rows() == before
