package org.spike4j.layers.execution;

import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.patch.DenseProduct;

/** Chooses the fastest products for the rows of a pass, by the shape and by what is in them; keeps what the products keep. */
final class ProductChoice {
    private NarrowProducts narrow;
    private SpikeProducts spikes;
    private FewRowsProducts fewRows;
    private final BlasProducts blas = new BlasProducts();

    /** Whether rows of spikes are packed to a bit an element. */
    static boolean packsSpikes(DataType type, long inputs, long outputs) {
        return type == DataType.FLOAT && !NarrowProducts.canServe(type, inputs, outputs) && DenseProduct.canServe();
    }

    /** The products for the rows [R, in] of a pass, to be used until the next rows. */
    DenseProducts of(INDArray rows, long outputs) {
        if (NarrowProducts.canServe(rows.dataType(), rows.size(1), outputs)) {
            narrow = made(narrow, NarrowProducts::new);
            return narrow;
        }
        if (FewRowsProducts.canServe(rows)) {
            fewRows = made(fewRows, FewRowsProducts::new);
            return fewRows;
        }
        if (packsSpikes(rows.dataType(), rows.size(1), outputs)) {
            spikes = made(spikes, SpikeProducts::new);
            if (spikes.read(rows, outputs)) {
                return spikes;
            }
        }
        return blas;
    }

    private static <P> P made(P products, Supplier<P> maker) {
        return products == null ? maker.get() : products;
    }
}
