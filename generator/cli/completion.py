"""``sitegen completion``."""

import click

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands and options.

    \b
    Examples:
      sitegen completion bash >> ~/.bashrc
      sitegen completion zsh >> ~/.zshrc
      sitegen completion fish > ~/.config/fish/completions/sitegen.fish
    """  # noqa: D301
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:  # pragma: no cover  # click has all three
        raise click.UsageError(shell)
    click.echo(made(context.find_root().command, {}, "sitegen", "_SITEGEN_COMPLETE").source())
