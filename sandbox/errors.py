"""Refusals of the Bot API, in Telegram's own words."""


class ApiError(Exception):
    """A request that Telegram refuses: HTTP status, description, seconds to wait (429 only), and
    what a group has become (400 only)."""

    def __init__(
        self,
        status: int,
        description: str,
        retry_after: int | None = None,
        migrate_to: int | None = None,
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to


def bad_request(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def sick() -> ApiError:
    return ApiError(500, "Internal Server Error")
