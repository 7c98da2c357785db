"""Which addresses are dialled, which only with leave, which never."""

from __future__ import annotations

import pytest

from factcheck.operations.network.addresses import AddressRefused, check_ip

PRIVATE = (
    *("127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "172.31.255.255"),
    *("192.168.1.1", "100.64.0.1", "::1", "fc00::1", "fd12:3456::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1"),
)
NEVER = (
    *("0.0.0.0", "0.1.2.3", "169.254.169.254", "100.100.100.200", "192.0.0.1"),
    *("192.0.0.8", "192.0.0.170", "192.0.0.192", "192.0.2.1", "192.88.99.1"),
    *("198.18.0.1", "198.51.100.7", "203.0.113.5", "224.0.0.1", "239.255.255.250"),
    *("240.0.0.1", "255.255.255.255", "::", "::7f00:1", "::ffff:169.254.169.254"),
    *("::ffff:0.0.0.0", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1"),
    *("100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a9fe:a9fe::"),
    *("3fff::1", "5f00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1"),
    *("ff02::1", "4000::1"),
)
PUBLIC = (
    *("1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.255.255", "172.32.0.1"),
    *("2606:4700:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"),
)


@pytest.mark.parametrize("ip", PRIVATE)
def test_private_networks_need_leave(ip: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        check_ip(ip)
    assert refused.value.private
    assert check_ip(ip, allow_private=True) == ip.removeprefix("::ffff:")


@pytest.mark.parametrize("allow", [False, True])
@pytest.mark.parametrize("ip", NEVER)
def test_some_are_never_dialled(ip: str, allow: bool) -> None:  # noqa: FBT001
    with pytest.raises(AddressRefused) as refused:
        check_ip(ip, allow_private=allow)
    assert not refused.value.private


@pytest.mark.parametrize("ip", PUBLIC)
def test_the_public_is_dialled(ip: str) -> None:
    assert check_ip(ip) == ip.removeprefix("::ffff:")


@pytest.mark.parametrize("text", ["", "example.org", "1.2.3", "1.2.3.4.5"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(AddressRefused):
        check_ip(text, allow_private=True)
