package io.accession.storage;

import io.accession.core.integration.IntegrationSettings;
import java.net.URI;

/**
 * Where a storage account answers.
 *
 * @param port -1 for the scheme's own
 * @param root in front of every path: empty, or with a slash the account, as emulators want it
 */
record AzureEndpoint(String account, boolean tls, String host, int port, String root) {

    static AzureEndpoint of(IntegrationSettings.Azure azure) {
        var given = azure.endpoint();
        if (given == null) {
            return new AzureEndpoint(azure.account(), true, azure.account() + ".blob.core.windows.net", -1, "");
        }
        var uri = URI.create(given);
        return new AzureEndpoint(
                azure.account(),
                uri.getScheme().equalsIgnoreCase("https"),
                uri.getHost(),
                uri.getPort(),
                uri.getRawPath().equals("/") ? "" : uri.getRawPath());
    }

    /** Where tokens for it come from: each of Microsoft's clouds has its own authority. */
    String authority() {
        if (host.endsWith(".chinacloudapi.cn")) {
            return "https://login.chinacloudapi.cn";
        }
        return host.endsWith(".usgovcloudapi.net")
                ? "https://login.microsoftonline.us"
                : "https://login.microsoftonline.com";
    }

    String origin() {
        return (tls ? "https://" : "http://") + host + (port < 0 ? "" : ":" + port);
    }

    String containerPath(String container) {
        return root + "/" + UrlText.encode(container).replace("%24", "$");
    }

    String blobPath(String container, String key) {
        return containerPath(container) + "/" + UrlText.encodePath(key);
    }
}
