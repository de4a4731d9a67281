package org.spike4j.datasets.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;

class CochleaTest {
    private static final int RATE = 16_000;

    @Test
    void bandsAreTheIntegralOfOneOverTheirWidth() {
        assertThat(ErbScale.bandwidth(1000)).isCloseTo(24.7 * 5.37, within(1e-9));
        double sum = 0;
        for (double f = 0.5; f < 3000; f++) {
            sum += 1 / ErbScale.bandwidth(f);
        }
        assertThat(ErbScale.number(3000)).isCloseTo(sum, within(1e-4));
        assertThat(ErbScale.hertz(ErbScale.number(777))).isCloseTo(777, within(1e-9));
    }

    @Test
    void centersAreEqualNumbersOfBandsApart() {
        double[] centers =
                Cochlea.standard().withChannels(5).withRange(200, 3000).centers();

        assertThat(centers[0]).isCloseTo(200, within(1e-9));
        assertThat(centers[4]).isCloseTo(3000, within(1e-9));
        double step = (ErbScale.number(3000) - ErbScale.number(200)) / 4;
        for (int k = 1; k < 5; k++) {
            assertThat(ErbScale.number(centers[k]) - ErbScale.number(centers[k - 1]))
                    .isCloseTo(step, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 440, 1000, 3600})
    void filterPassesItsCenterAsItIsAndIsAsWideAsItsBand(double center) {
        int samples = RATE;
        double[] response = impulseResponse(center, samples);

        double energy = 0;
        for (double value : response) {
            energy += value * value;
        }
        double atCenter = gain(response, center);
        // Parseval: the integral of |H|^2 over positive frequencies is half of rate sum h^2
        double width = energy * RATE / 2 / (atCenter * atCenter);
        assertThat(atCenter).isCloseTo(1, within(0.01));
        assertThat(width).isCloseTo(ErbScale.bandwidth(center), Percentage.withPercentage(1.5));
        assertThat(gain(response, center * 1.1)).isLessThan(atCenter);
        assertThat(gain(response, center / 1.1)).isLessThan(atCenter);
    }

    @Test
    void filterEqualsDocumentedUpdate() {
        double lambda = Math.exp(-2 * Math.PI * 1.019 * ErbScale.bandwidth(500) / RATE);
        // the impulse response of four equal poles: 2 (1 - lambda)^4 (n + 1)(n + 2)(n + 3) / 6 lambda^n cos(n turn)
        double[] response = impulseResponse(500, 50);
        for (int n = 0; n < 50; n++) {
            double expected = 2
                    * Math.pow(1 - lambda, 4)
                    * (n + 1)
                    * (n + 2)
                    * (n + 3)
                    / 6
                    * Math.pow(lambda, n)
                    * Math.cos(2 * Math.PI * 500 / RATE * n);
            assertThat(response[n]).isCloseTo(expected, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, 0, 50, 1000, 1e5})
    void hairCellsEndInTheSteadyStateOfTheirEquations(double movement) {
        HairCells cells = new HairCells(1, 1.0 / RATE);
        double[] rate = new double[1];
        for (int i = 0; i < 2 * RATE; i++) {
            cells.step(new double[] {movement}, rate);
        }

        double open = Math.max(movement + 10, 0);
        double k = 1000 * open / (open + 3000);
        double expected = 50_000 * k * 5.05 / (5.05 * (2500 + 6580) + k * 2500);
        assertThat(rate[0]).isCloseTo(expected, within(1e-6 * (1 + expected)));
        assertThat(HairCells.steadyRate(movement)).isCloseTo(expected, within(1e-9 * (1 + expected)));
    }

    @Test
    void hairCellsRestInSilenceAndAnswerTheOnsetMost() {
        HairCells cells = new HairCells(1, 1.0 / RATE);
        double[] rate = new double[1];
        cells.step(new double[] {0}, rate);
        assertThat(rate[0]).isCloseTo(HairCells.steadyRate(0), within(1e-9));

        double onset = 0;
        for (int i = 0; i < RATE; i++) {
            cells.step(new double[] {1000}, rate);
            onset = Math.max(onset, rate[0]);
        }
        assertThat(onset).isGreaterThan(5 * rate[0]);
        assertThat(rate[0]).isGreaterThan(3 * HairCells.steadyRate(0));
    }

    @ParameterizedTest
    @CsvSource({"30", "60", "200", "1000"})
    void bushyCellsFireAtTheRateOfTheirEquation(double rate) {
        Cochlea cochlea = Cochlea.standard();
        double dt = 1e-5;
        BushyCells cells = new BushyCells(1, cochlea, dt);
        int spikes = 0;
        for (int i = 0; i < 200_000; i++) {
            spikes += cells.step(0, rate) ? 1 : 0;
        }

        double drive = 40 * rate * 0.005;
        double interval = 0.001 + 0.005 * Math.log(drive / (drive - 5));
        assertThat((double) spikes).isCloseTo(2 / interval, Percentage.withPercentage(2));
    }

    @Test
    void toneSpikesMostWhereItsFrequencyIs() {
        Cochlea cochlea = Cochlea.standard();
        double[] centers = cochlea.centers();
        for (int channel : new int[] {10, 30, 50}) {
            int[] counts = counts(cochlea.withLevel(60).encode(tone(centers[channel], 0.5)));
            int most = 0;
            for (int k = 0; k < counts.length; k++) {
                most = counts[k] > counts[most] ? k : most;
            }
            assertThat(most).isBetween(channel - 1, channel + 1);
        }
    }

    @Test
    void louderSoundGivesMoreSpikes() {
        int before = -1;
        for (double level : new double[] {60, 70, 80, 90}) {
            int spikes =
                    Cochlea.standard().withLevel(level).encode(tone(1000, 0.3)).size();
            assertThat(spikes).isGreaterThan(before);
            before = spikes;
        }
    }

    @Test
    void loudnessOfTheRecordingDoesNotMatterButSilenceStaysSilent() {
        Waveform loud = tone(700, 0.2);
        float[] soft = loud.samples().clone();
        for (int i = 0; i < soft.length; i++) {
            soft[i] /= 64;
        }
        EventStream spikes = Cochlea.standard().encode(loud);
        EventAssertions.assertSame(Cochlea.standard().encode(new Waveform(soft, RATE)), spikes);
        assertThat(spikes.width()).isEqualTo(64);
        assertThat(spikes.height()).isEqualTo(1);
        assertThat(Cochlea.standard()
                        .encode(new Waveform(new float[RATE], RATE))
                        .size())
                .isZero();
        assertThat(Cochlea.standard().encode(new Waveform(new float[0], RATE)).size())
                .isZero();
    }

    @Test
    void spikesDoNotDependOnThePieces() {
        Waveform sound = tone(1200, 0.1);
        CochleaStream stream = Cochlea.standard().stream(RATE, sound.rms());
        stream.hear(sound.samples(), 0, 7);
        int first = stream.take().size();
        stream.hear(sound.samples(), 7, sound.samples().length);
        stream.end();
        assertThat(first + stream.take().size())
                .isEqualTo(Cochlea.standard().encode(sound).size());
    }

    @Test
    void rateTooLowForTheChannelsIsRefused() {
        assertThatThrownBy(() -> Cochlea.standard().encode(new Waveform(new float[10], 7200)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("highest channel is at 3600");
        assertThatThrownBy(() -> Cochlea.standard().withRange(500, 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must rise");
    }

    private static double[] impulseResponse(double center, int samples) {
        GammatoneBank bank = new GammatoneBank(new double[] {center}, RATE);
        double[] response = new double[samples];
        double[] output = new double[1];
        for (int n = 0; n < samples; n++) {
            bank.step(n == 0 ? 1 : 0, output);
            response[n] = output[0];
        }
        return response;
    }

    private static double gain(double[] response, double hertz) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < response.length; n++) {
            re += response[n] * Math.cos(2 * Math.PI * hertz / RATE * n);
            im += response[n] * Math.sin(2 * Math.PI * hertz / RATE * n);
        }
        return Math.hypot(re, im);
    }

    private static Waveform tone(double hertz, double seconds) {
        float[] samples = new float[(int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.25 * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return new Waveform(samples, RATE);
    }

    private static int[] counts(EventStream spikes) {
        int[] counts = new int[spikes.width()];
        for (int i = 0; i < spikes.size(); i++) {
            counts[spikes.x(i)]++;
        }
        return counts;
    }
}
