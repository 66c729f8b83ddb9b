from dataclasses import replace

import pytest

from bot.method.core.policy import Policy
from bot.method.pool.attempts import attempts_spent

POLICY = replace(Policy(), reactivation_attempts=2)


@pytest.mark.parametrize(("attempts", "spent"), [(0, False), (1, False), (2, True), (3, True)])
def test_the_last_allowed_attempt_spends_them(attempts: int, spent: bool) -> None:
    assert attempts_spent(attempts, POLICY) is spent
