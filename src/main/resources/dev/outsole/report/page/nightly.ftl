<#list page.nightly as night>
<section class="night ${night.status}" aria-labelledby="night">
<h2 id="night">${night.outcome}</h2>
<#if night.findings?has_content>
<ol>
<#list night.findings as finding>
<li>${finding}</li>
</#list>
</ol>
</#if>
</section>
<section aria-labelledby="trend">
<h2 id="trend">The nights</h2>
<p class="hint">The shaded band goes from the lowest mean that the gate lets pass to the middle of the nights before; triangles are nights with findings. A pair’s own nights stand with the pair.</p>
<div class="charts" id="trends"></div>
</section>
</#list>
