"""Serving: one server per database, one per port, and a clean end."""

import signal
import socket

from tests.cli.conftest import Program, told


def test_demo_serves_pages_and_ends_cleanly(program: Program) -> None:
    process = program.start("demo")
    status, page = program.get("/sign-in")
    assert status == 200
    assert 'lang="vi"' in page
    assert program.get("/health") == (200, "ok")
    assert program.stop(process) == 0


def test_a_second_start_beside_the_first_names_its_address(demo: Program) -> None:
    first = demo.start("demo")
    second = demo.run("demo", CAMPAIGN_PORT="1")
    assert f"đang chạy tại {demo.address}" in told(second)
    assert f"đang chạy tại {demo.address}" in told(demo.run("serve"))
    assert demo.get("/health") == (200, "ok")
    demo.stop(first)
    third = demo.start("serve")
    assert demo.get("/health") == (200, "ok")
    assert demo.stop(third, signal.SIGTERM) == 0


def test_a_server_that_was_killed_leaves_nothing_in_the_way(demo: Program) -> None:
    first = demo.start("serve")
    first.kill()
    first.wait()
    demo.stop(demo.start("serve"))


def test_a_port_in_use_is_named(demo: Program) -> None:
    with socket.create_server(("127.0.0.1", int(demo.settings["CAMPAIGN_PORT"]))):
        sentence = told(demo.run("serve"))
    assert demo.address in sentence
    assert "CAMPAIGN_PORT" in sentence


def test_serve_without_data_says_how_to_begin(program: Program) -> None:
    sentence = told(program.run("serve"))
    assert "campaign init" in sentence
    assert str(program.home) in sentence
    assert not program.home.exists()


def test_serve_without_accounts_says_how_to_add_one(program: Program) -> None:
    program.run("init")
    process = program.start("serve")
    program.stop(process)
    assert program.run("list").stdout == "Chưa có chiến dịch nào.\n"
