package moisson.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "2a01:e0a::1, PUBLIC",
        "64:ff9b::808:808, PUBLIC",
        "127.0.0.1, PRIVATE",
        "127.255.255.254, PRIVATE",
        "10.1.2.3, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "169.254.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "198.18.0.1, PRIVATE",
        "::1, PRIVATE",
        "fe80::1, PRIVATE",
        "fec0::1, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "::ffff:0:10.0.0.1, PRIVATE",
        "::10.0.0.1, PRIVATE",
        "64:ff9b::a00:1, PRIVATE",
        "64:ff9b:1::1, PRIVATE",
        "2002:a00:1::1, PRIVATE",
        "2a01:e0a::200:5efe:a00:1, PRIVATE",
        "100::1, PRIVATE",
        "0.0.0.0, NEVER",
        "0.1.2.3, NEVER",
        "::, NEVER",
        "224.0.0.1, NEVER",
        "255.255.255.255, NEVER",
        "ff02::1, NEVER",
        "169.254.169.254, NEVER",
        "::ffff:169.254.169.254, NEVER",
        "64:ff9b::a9fe:a9fe, NEVER",
        "2002:a9fe:a9fe::1, NEVER",
        "100.100.100.200, NEVER",
        "168.63.129.16, NEVER",
        "fd00:ec2::254, NEVER",
        "2001:0:1234::1, NEVER",
    })
    void whereAnAddressLeads(String address, Reach reach) throws UnknownHostException {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(reach);
    }

    @Test
    void aNameIsRefusedWhenOneOfItsAddressesIs() throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("dehors.example", InetAddress.getByName("8.8.8.8"));
        names.add("melange.example", InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"));
        names.add("nuage.example", InetAddress.getByName("169.254.169.254"));

        assertThat(new GuardedNames(names, false).resolve("dehors.example")).hasSize(1);
        assertThatThrownBy(() -> new GuardedNames(names, false).resolve("melange.example"))
                .hasMessageContaining("réseau privé");
        assertThat(new GuardedNames(names, true).resolve("melange.example")).hasSize(2);
        assertThatThrownBy(() -> new GuardedNames(names, true).resolve("nuage.example"))
                .hasMessageContaining("jamais");
    }

    @Test
    void theNextPageIsFoundInAnyProperLinkHeader() {
        assertThat(LinkHeader.next(
                        List.of("<a>; rel=prev", "<b?x=1,2;3>; title=\"a, <c>; rel=next\"; rel=\"last NEXT\"")))
                .hasValue("b?x=1,2;3");
        assertThat(LinkHeader.next(List.of("<a>; rel=prev; rel=next", "<a>", "a; rel=next", "")))
                .isEmpty();
    }

    @Test
    void whatAServerAsksToWaitIsReadInBothItsForms() {
        Instant now = Instant.parse("2019-11-20T10:00:00Z");
        assertThat(RetryAfter.wait("120", now)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.wait("Wed, 20 Nov 2019 10:00:30 GMT", now)).hasValue(Duration.ofSeconds(30));
        assertThat(RetryAfter.wait("Wed, 20 Nov 2019 09:00:00 GMT", now)).hasValue(Duration.ZERO);
        assertThat(RetryAfter.wait("bientôt", now)).isEmpty();
        assertThat(RetryAfter.wait(null, now)).isEmpty();
    }
}
