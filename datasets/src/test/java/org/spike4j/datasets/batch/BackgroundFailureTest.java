package org.spike4j.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.sets.EventSample;

@Timeout(30)
class BackgroundFailureTest {
    private static final EventBatching SETTINGS =
            EventBatching.of(2, new FrameBinning(EventSlicing.byTime(1), 8, 8)).withBackground(2, 3);

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6})
    void failureComesAtItsMiniBatchWithItsCauseAndStays(int bad) throws InterruptedException {
        IOException cause = new IOException("file x is damaged");
        List<EventSample> samples = new ArrayList<>(ToySamples.of(7));
        samples.set(bad, new EventSample("bad", 0, "g", () -> {
            throw cause;
        }));
        try (EventDataSetIterator iterator = iterator(samples)) {
            for (int k = 0; k < bad / 2; k++) {
                iterator.next();
            }
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(iterator::next)
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("file x is damaged")
                        .hasCause(cause);
            }
            iterator.reset();
            assertThat(iterator.hasNext()).isTrue();
        }
        assertNoThreadIsLeft();
    }

    @Test
    void failureOfAnotherKindKeepsItsCauseToo() {
        List<EventSample> samples = List.of(new EventSample("bad", 0, "g", () -> {
            throw new IllegalArgumentException("no");
        }));
        try (EventDataSetIterator iterator = iterator(samples)) {
            assertThatThrownBy(iterator::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("mini-batch 0 of epoch 0")
                    .hasRootCauseMessage("no");
        }
    }

    @Test
    void slicingThatDependsOnTheSampleIsRefusedWithAWayOut() {
        EventStream longer =
                EventStream.builder(8, 8).add(0, 0, 0, 1).add(2_500, 0, 0, 1).build();
        List<EventSample> samples = List.of(new EventSample("longer", 0, "g", () -> longer));
        EventBatching settings = EventBatching.of(1, new FrameBinning(EventSlicing.byWindow(1_000), 8, 8));
        try (EventDataSetIterator iterator = new EventDataSetIterator(samples, List.of("a"), settings)) {
            assertThatThrownBy(iterator::next)
                    .rootCause()
                    .hasMessageContaining("longer has 3")
                    .hasMessageContaining("byWindow(micros, T)");
        }
    }

    @Test
    void closedIteratorLeavesNoThreadEvenInTheMiddleOfWork() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        List<EventSample> samples = List.of(new EventSample("slow", 0, "g", () -> {
            reading.countDown();
            return waitForever();
        }));
        EventDataSetIterator iterator = iterator(samples);
        Thread waiting = new Thread(() -> assertThatThrownBy(iterator::next));
        waiting.start();
        reading.await();
        waiting.interrupt();
        waiting.join();
        iterator.close();
        iterator.close();

        assertNoThreadIsLeft();
        assertThatThrownBy(iterator::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void interruptedCallerIsToldAndCanAskAgain() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        EventSample toy = ToySamples.of(1).get(0);
        List<EventSample> samples = List.of(new EventSample("slow", 0, "g", () -> {
            await(go);
            return toy.events();
        }));
        try (EventDataSetIterator iterator = iterator(samples)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(iterator::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("interrupted")
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            go.countDown();
            assertThat(iterator.next().numExamples()).isEqualTo(1);
        }
    }

    @Test
    void noMoreThanTheAgreedNumberIsMadeAhead() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        List<EventSample> samples = new ArrayList<>();
        for (EventSample toy : ToySamples.of(40)) {
            samples.add(new EventSample(toy.name(), toy.label(), "g", () -> {
                read.incrementAndGet();
                return toy.events();
            }));
        }
        try (EventDataSetIterator iterator = iterator(samples)) {
            assertThat(read.get()).isZero();
            iterator.next();
            Thread.sleep(200);
            assertThat(read.get()).isEqualTo((1 + 3) * 2);
            iterator.next();
            Thread.sleep(200);
            assertThat(read.get()).isEqualTo((2 + 3) * 2);
        }
    }

    private static EventDataSetIterator iterator(List<EventSample> samples) {
        return new EventDataSetIterator(samples, ToySamples.classNames(), SETTINGS);
    }

    /** An executor counts as terminated a moment before its last thread is gone; a thread at work would not end. */
    private static void assertNoThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("spike4j-batches")) {
                thread.join(5_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static EventStream waitForever() throws IOException {
        await(new CountDownLatch(1));
        return null;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
