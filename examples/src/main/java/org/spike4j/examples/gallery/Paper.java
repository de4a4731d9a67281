package org.spike4j.examples.gallery;

/** What the gallery cites: where a model comes from, or who trained networks of it. */
enum Paper {
    LAPICQUE(
            "Brunel and van Rossum 2007",
            "Lapicque's 1907 paper: from frogs to integrate-and-fire, Biological Cybernetics 97:337",
            "https://doi.org/10.1007/s00422-007-0190-0"),
    HODGKIN_HUXLEY(
            "Hodgkin and Huxley 1952",
            "A quantitative description of membrane current and its application to conduction and excitation in nerve, Journal of "
                    + "Physiology 117:500",
            "https://doi.org/10.1113/jphysiol.1952.sp004764"),
    ERMENTROUT_KOPELL(
            "Ermentrout and Kopell 1986",
            "Parabolic bursting in an excitable system coupled with a slow oscillation, SIAM Journal on Applied Mathematics 46:233",
            "https://doi.org/10.1137/0146017"),
    IZHIKEVICH_RESONATE(
            "Izhikevich 2001",
            "Resonate-and-fire neurons, Neural Networks 14:883",
            "https://doi.org/10.1016/S0893-6080(01)00078-8"),
    IZHIKEVICH(
            "Izhikevich 2003",
            "Simple model of spiking neurons, IEEE Transactions on Neural Networks 14:1569",
            "https://doi.org/10.1109/TNN.2003.820440"),
    FOURCAUD(
            "Fourcaud-Trocm\u00e9 et al. 2003",
            "How spike generation mechanisms determine the neuronal response to fluctuating inputs, Journal of Neuroscience "
                    + "23:11628",
            "https://doi.org/10.1523/JNEUROSCI.23-37-11628.2003"),
    BRETTE_GERSTNER(
            "Brette and Gerstner 2005",
            "Adaptive exponential integrate-and-fire model as an effective description of neuronal activity, Journal of "
                    + "Neurophysiology 94:3637",
            "https://doi.org/10.1152/jn.00686.2005"),
    BRETTE(
            "Brette et al. 2007",
            "Simulation of networks of spiking neurons: a review of tools and strategies, Journal of Computational Neuroscience "
                    + "23:349",
            "https://doi.org/10.1007/s10827-007-0038-6"),
    DIEHL(
            "Diehl and Cook 2015",
            "Unsupervised learning of digit recognition using spike-timing-dependent plasticity, Frontiers in Computational "
                    + "Neuroscience 9:99",
            "https://doi.org/10.3389/fncom.2015.00099"),
    BELLEC(
            "Bellec et al. 2018",
            "Long short-term memory and learning-to-learn in networks of spiking neurons, NeurIPS 2018",
            "https://arxiv.org/abs/1803.09574"),
    LIAF_NET(
            "Wu et al. 2020",
            "LIAF-Net: leaky integrate and analog fire network for lightweight and efficient spatiotemporal information processing",
            "https://arxiv.org/abs/2011.06176"),
    PLIF(
            "Fang et al. 2021",
            "Incorporating learnable membrane time constant to enhance learning of spiking neural networks, ICCV 2021",
            "https://doi.org/10.1109/ICCV48922.2021.00266"),
    HETEROGENEITY(
            "Perez-Nieves et al. 2021",
            "Neural heterogeneity promotes robust learning, Nature Communications 12:5791",
            "https://doi.org/10.1038/s41467-021-26022-3"),
    BITTAR(
            "Bittar and Garner 2022",
            "A surrogate gradient spiking baseline for speech command recognition, Frontiers in Neuroscience 16:865897",
            "https://doi.org/10.3389/fnins.2022.865897"),
    GLIF(
            "Yao et al. 2022",
            "GLIF: a unified gated leaky integrate-and-fire neuron for spiking neural networks, NeurIPS 2022",
            "https://arxiv.org/abs/2210.13768"),
    ESHRAGHIAN(
            "Eshraghian et al. 2023",
            "Training spiking neural networks using lessons from deep learning, Proceedings of the IEEE 111",
            "https://arxiv.org/abs/2109.12894"),
    SPIKING_JELLY(
            "Fang et al. 2023 (SpikingJelly)",
            "SpikingJelly: an open-source machine learning infrastructure platform for spike-based intelligence, Science Advances "
                    + "9:eadi1480",
            "https://doi.org/10.1126/sciadv.adi1480"),
    BIDL(
            "Wu et al. 2023",
            "BIDL: a brain-inspired deep learning framework for spatiotemporal processing, Frontiers in Neuroscience 17:1213720",
            "https://doi.org/10.3389/fnins.2023.1213720"),
    KLIF(
            "Jiang and Zhang 2023",
            "KLIF: an optimized spiking neuron unit for tuning surrogate gradient slope and membrane potential",
            "https://arxiv.org/abs/2302.09238"),
    PSN(
            "Fang et al. 2023 (PSN)",
            "Parallel spiking neurons with high efficiency and ability to learn long-term dependencies, NeurIPS 2023",
            "https://arxiv.org/abs/2304.12760"),
    SPIKE_YOLO(
            "Luo et al. 2024",
            "Integer-valued training and spike-driven inference spiking neural network for high-performance and energy-efficient "
                    + "object detection, ECCV 2024",
            "https://arxiv.org/abs/2407.20708"),
    BALANCED(
            "Higuchi et al. 2024",
            "Balanced resonate-and-fire neurons, ICML 2024",
            "https://proceedings.mlr.press/v235/higuchi24a.html");

    private final String authors;
    private final String title;
    private final String link;

    Paper(String authors, String title, String link) {
        this.authors = authors;
        this.title = title;
        this.link = link;
    }

    /** Authors and year, with the link. */
    String citation() {
        return "[" + authors + "](" + link + ")";
    }

    /** Authors, title and where it appeared. */
    String reference() {
        return citation() + ": " + title;
    }
}
