"""Settings from the environment, typed. The names are promised to operators."""

import os
import secrets
from enum import StrEnum
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Mode(StrEnum):
    """How an installation runs. `DEMO` has demo accounts and listens on loopback only."""

    DEMO = "demo"
    PRODUCTION = "production"


class Environment(BaseSettings):
    """Every variable that Levend reads; see docs/operations.md."""

    model_config = SettingsConfigDict(env_prefix="LEVEND_", extra="ignore")

    env: Mode = Mode.DEMO
    data: Path = Path("var")
    port: int = Field(default=8000, ge=1, le=65535)
    host: str = "localhost"
    secret_key: SecretStr = SecretStr("")
    seal: str = ""
    storage_url: str = ""
    mail_url: str = ""
    mail_from: str = "Levend <geen-antwoord@localhost>"
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    log_level: str = "INFO"


def secret_key(environment: Environment) -> str:
    """The configured key; in demo one is made once and kept in the data folder, readable by its owner only."""
    if key := environment.secret_key.get_secret_value():
        return key
    if environment.env is Mode.PRODUCTION:
        raise RuntimeError("LEVEND_SECRET_KEY is needed in production.")
    path = environment.data / "secret-key"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key
