package io.accession.media.words;

import io.accession.core.content.ReadContent;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDFs in a process of its own: names of files come in on standard input, what they say goes out on standard output, one after the other. Ends with
 * whoever started it, and when it was not asked for a minute.
 */
final class PdfWordsChild {

    private static final int WORDS = 1;
    private static final int UNREADABLE = 2;
    private static final int IDLE_SECONDS = 60;

    private PdfWordsChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var asked = new LinkedBlockingQueue<Path>();
        Thread.ofPlatform().daemon().start(() -> listen(asked));
        try (var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            System.setOut(System.err);
            FontMappers.set(new SpareFont());
            for (var file = next(asked); file != null; file = next(asked)) {
                tell(PdfWords.read(file), out);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static @Nullable Path next(LinkedBlockingQueue<Path> asked) throws InterruptedException {
        return asked.poll(IDLE_SECONDS, TimeUnit.SECONDS);
    }

    /** Listens while a PDF is read, too: nobody waits for it when standard input has ended. */
    private static void listen(LinkedBlockingQueue<Path> asked) {
        try (var in = new DataInputStream(System.in)) {
            while (true) {
                asked.add(Path.of(in.readUTF()));
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    static void ask(Path file, DataOutputStream out) throws IOException {
        out.writeUTF(file.toString());
        out.flush();
    }

    private static void tell(ReadContent content, DataOutputStream out) throws IOException {
        switch (content) {
            case ReadContent.Words(var text) -> tell(WORDS, text, out);
            case ReadContent.Unreadable(var reason) -> tell(UNREADABLE, reason, out);
            case ReadContent.Unreachable(var reason) -> throw new IllegalStateException(reason);
        }
        out.flush();
    }

    private static void tell(int what, String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(what);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** What a child tells of the file that it was asked for. */
    static ReadContent hear(DataInputStream in) throws IOException {
        int what = in.readByte();
        int length = in.readInt();
        if (length < 0 || length > Character.BYTES * 2 * PdfWords.MOST_LETTERS) {
            throw new IOException("the process that reads PDFs told nonsense");
        }
        var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return switch (what) {
            case WORDS -> new ReadContent.Words(text);
            case UNREADABLE -> new ReadContent.Unreadable(text);
            default -> throw new IOException("the process that reads PDFs told nonsense");
        };
    }
}
